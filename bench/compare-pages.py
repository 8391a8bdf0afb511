#!/usr/bin/env python3
"""Processor time of a server a page, beside another build of it, in one run.

    bench/compare-pages.py OLD_FOLDER NEW_FOLDER KIT

Each folder is a published server. Both are started on the loopback with a database of their own and the kit KIT, warmed, then asked
for the same pages in turns; the processor time of each process is read from /proc between blocks, so that other work on the machine
weighs little. Prints, a page: milliseconds of processor a request for each (median of the blocks), and their ratio. Bounded: about
BLOCKS x REQUESTS x pages x 2 requests. Standard library only; ends the servers it started.
"""
import http.cookiejar
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

BLOCKS, REQUESTS, WARM = 15, 200, 600
TICK = os.sysconf("SC_CLK_TCK")
READ = ["/fr/", "/fr/consultation/ia-2026", "/fr/portrait", "/fr/portrait?selon=region", "/fr/next-steps", "/fr/privacy"]


class Server:
    def __init__(self, folder, kit, port):
        self.address = f"http://127.0.0.1:{port}"
        self.data = tempfile.mkdtemp()
        env = dict(os.environ, ASPNETCORE_ENVIRONMENT="Development", ASPNETCORE_URLS=self.address, Diapason__Kit=kit,
                   Diapason__RateLimits__Submissions="1000000", ConnectionStrings__Diapason=f"Data Source={self.data}/a.db", Logging__LogLevel__Default="Warning")
        self.process = subprocess.Popen(["dotnet", "Diapason.Web.dll"], cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        self.wait()

    def wait(self):
        for _ in range(600):
            try:
                if b"83" in self.get("/fr/portrait"):
                    return
            except OSError:
                pass
            time.sleep(0.5)
        raise SystemExit("a server did not start")

    def get(self, path):
        return self.open(self.address + path).read()

    def bare(self, path):
        """As somebody who comes for the first time: without a cookie."""
        with urllib.request.urlopen(self.address + path) as answer:
            return answer.read()

    def busy(self):
        """Seconds of processor used so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def begin(self):
        """Consents; keeps the address of the first page of questions."""
        page = self.get("/fr/consultation/ia-2026").decode()
        with self.open(self.address + "/fr/consultation/ia-2026", self.fields(page, {"consent": "yes"})) as answer:
            self.page = answer.geturl()[len(self.address):]
        self.form = self.fields(self.get(self.page).decode(), {})

    @staticmethod
    def fields(page, more):
        main = page[page.index("<main"):]
        values = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', main) + [(n, v) for n, v in re.findall(r'<input name="(__Request[^"]+)"[^>]*value="([^"]*)"', main)])
        agree = re.search(r'<input[^>]*type="(?:radio|checkbox)"[^>]*>', main)
        if agree and "consent" in more:
            more = {re.search(r'name="([^"]+)"', agree[0])[1]: re.search(r'value="([^"]+)"', agree[0])[1]}
        return urllib.parse.urlencode({**values, **more}).encode()

    def save(self):
        self.open(self.address + self.page, self.form).read()


def warm(servers, rows):
    """Until the code is compiled for good: that work is a process's first minute, not a page's cost."""
    for _ in range(2):
        for server in servers:
            for _, act in rows:
                for _ in range(WARM // 2):
                    act(server)
        time.sleep(5)


def measure(servers, act):
    blocks = [[], []]
    for turn in range(BLOCKS):
        for which in ((0, 1) if turn % 2 == 0 else (1, 0)):
            before = servers[which].busy()
            for _ in range(REQUESTS):
                act(servers[which])
            blocks[which].append((servers[which].busy() - before) / REQUESTS * 1000)
    return [statistics.median(b) for b in blocks]


def main():
    old, new, kit = (os.path.abspath(a) for a in sys.argv[1:4])
    servers = [Server(old, kit.replace("@", "old"), 5971), Server(new, kit.replace("@", "new"), 5972)]
    try:
        print("| page | before, ms of processor | now | ratio |\n|---|---:|---:|---:|")
        rows = [(path + ", first visit", lambda s, path=path: s.bare(path)) for path in READ]
        rows += [(path, lambda s, path=path: s.get(path)) for path in READ]
        for server in servers:
            server.begin()
        rows += [("a page of questions", lambda s: s.get(s.page)), ("the same, saved, and the next", lambda s: s.save())]
        warm(servers, rows)
        for name, act in rows:
            before, now = measure(servers, act)
            print(f"| {name} | {before:.2f} | {now:.2f} | {now / before:.2f} |", flush=True)
    finally:
        for server in servers:
            server.process.terminate()
            server.process.wait()


if __name__ == "__main__":
    main()
