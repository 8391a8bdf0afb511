#!/usr/bin/env python3
"""How long a server takes from a sentence to steps: python3 bench/words-to-steps.py http://127.0.0.1:5000 [kits/ia-en-culture/needs.csv]

Each of the 300 needs of the file is read (POST), then its steps are asked for (POST, then the page they lead to), one after the other, by one client. Times are wall times of the client.
"""
import csv, http.cookiejar, re, statistics, sys, time, urllib.parse, urllib.request

base, file = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "kits/ia-en-culture/needs.csv"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def timed(opener, address, fields=None):
    data = urllib.parse.urlencode(fields).encode() if fields else None
    request = urllib.request.Request(base + address, data, {"Sec-Fetch-Site": "same-origin"})
    began = time.perf_counter()
    try:
        with opener.open(request) as answer:
            status, text = answer.status, answer.read().decode()
    except urllib.error.HTTPError as other:
        status, text = other.code, other.read().decode()
    return (time.perf_counter() - began) * 1000, status, text


needs = [row for row in csv.DictReader(open(file, encoding="utf-8")) if row["id"].startswith("n")]
reads, steps, led = [], [], 0
for round_ in range(2):  # the first round warms the server up
    reads, steps, led = [], [], 0
    for need in needs:
        opener = urllib.request.build_opener(Stay(), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = f"/{need['language']}/next-steps/words"
        _, _, text = timed(opener, page)
        token = re.search(r'__RequestVerificationToken[^>]*value="([^"]+)"', text).group(1)
        fields = [("__RequestVerificationToken", token), ("Input.Text", need["text"])]
        took, _, _ = timed(opener, page, fields + [("act", "read")])
        reads.append(took)
        took, status, _ = timed(opener, page, fields + [("act", "steps")])
        if status == 303:
            more, status, _ = timed(opener, f"/{need['language']}/next-steps/mine")
            steps.append(took + more)
            led += status == 200
for name, times in (("a sentence read, its page", reads), ("a sentence to its steps, two pages", steps)):
    times.sort()
    print(f"{name}: median {statistics.median(times):.1f} ms, 95 in a hundred under {times[int(len(times) * .95)]:.1f} ms, longest {times[-1]:.1f} ms, {len(times)} sentences")
print(f"{led} of {len(needs)} led to steps")
