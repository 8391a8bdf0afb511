"""Judges `opinion groups` by what Polis itself gave for the same votes.

Usage: compare.py FOLDER COMMAND...
FOLDER holds conversations, each a folder with votes.csv and either math.json (Polis's own result, with its statements.csv) or participants-votes.csv with the
published groups (with its comments.csv); COMMAND runs the program: dotnet Diapason.Web.dll. Prints one JSON object a conversation. Standard library only.
"""
import collections
import csv
import json
import math
import os
import subprocess
import sys


def groups(command, folder, statements, *options):
    arguments = [*command, "opinion", "groups", os.path.join(folder, "votes.csv"), "--statements", os.path.join(folder, statements), *options]
    return json.loads(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)


def same_sets(ours, theirs):
    return {frozenset(one) for one in ours} == {frozenset(one) for one in theirs}


def rand(a, b):
    """Adjusted Rand index (Hubert & Arabie 1985) of two labellings."""
    pairs = lambda counts: sum(math.comb(n, 2) for n in counts.values())
    both, one, other = pairs(collections.Counter(zip(a, b))), pairs(collections.Counter(a)), pairs(collections.Counter(b))
    chance = one * other / math.comb(len(a), 2)
    return (both - chance) / ((one + other) / 2 - chance)


def own_result(command, folder):
    theirs = json.load(open(os.path.join(folder, "math.json")))
    ours = groups(command, folder, "statements.csv", "--centres", os.path.join(folder, "math.json"))
    place = {one["participant"]: (one["x"], one["y"]) for one in ours["coordinates"]}
    column = {id: i for i, id in enumerate(ours["statement_ids"])}
    bases = theirs["base-clusters"]
    sides, gaps = [], []
    for k in range(2):
        along = [sum(ours["components"][k][column[str(t)]] * theirs["pca"]["comps"][k][i] for i, t in enumerate(theirs["tids"]))]
        sides.append(math.copysign(1, along[0]))
        gaps.append(max(abs(sides[k] * ours["components"][k][column[str(t)]] - theirs["pca"]["comps"][k][i]) for i, t in enumerate(theirs["tids"])))
    centre = max(abs(ours["centre"][column[str(t)]] + theirs["pca"]["center"][i]) for i, t in enumerate(theirs["tids"]))
    # Polis counts agreeing as -1: its plane is ours the other way round.
    coordinates = max(abs(-sides[k] * sum(place[str(m)][k] for m in members) / len(members) - bases["xy"[k]][i]) for i, members in enumerate(bases["members"]) for k in range(2))
    by_id = dict(zip(bases["id"], bases["members"]))
    their_groups = [[str(p) for base in group["members"] for p in by_id[base]] for group in theirs["group-clusters"]]
    statements = {one["id"]: one for one in ours["statements"]}
    representative = []
    for g, group in enumerate(their_groups):
        match = [one for one in ours["groups"] if set(one["members"]) == set(group)]
        told = [(one["statement"], one["side"]) for one in match[0]["representative"]] if match else None
        representative.append(told == [(str(one["tid"]), one["repful-for"]) for one in theirs["repness"][str(g)]])
    return {
        "conversation": os.path.basename(folder), "included": set(ours["included"]) == {str(p) for p in theirs["in-conv"]},
        "centre": centre, "components": gaps, "coordinates": coordinates,
        "base_clusters": same_sets([one["members"] for one in ours["base_clusters"]], [[str(p) for p in members] for members in bases["members"]]),
        "groups": same_sets([one["members"] for one in ours["groups"]], their_groups), "representative": representative,
        "consensus": all([one["statement"] for one in ours["consensus"][side]] == [str(one["tid"]) for one in theirs["consensus"][side]] for side in ("agree", "disagree")),
        "group_aware": max(abs(statements[t]["group_aware_agreement"] - value) for t, value in theirs["group-aware-consensus"].items()),
        "extremity": max(abs(statements[str(t)]["divisiveness"] - theirs["pca"]["comment-extremity"][i]) for i, t in enumerate(theirs["tids"])),
        "priorities": max(abs(statements[t]["priority"] - value) for t, value in theirs["comment-priorities"].items()),
    }


def published_groups(command, folder):
    with open(os.path.join(folder, "participants-votes.csv"), newline="") as file:
        theirs = {row["participant"]: row["group-id"] for row in csv.DictReader(file) if row["group-id"] != ""}
    told = {"conversation": os.path.basename(folder), "published": len(set(theirs.values()))}
    for name, options in (("free", ()), ("forced", ("--groups", str(told["published"])))):
        ours = groups(command, folder, "comments.csv", *options)
        both = [(theirs[one["participant"]], one["group"]) for one in ours["coordinates"] if one["group"] and one["participant"] in theirs]
        told[name] = {"groups": len(ours["groups"]), "people": len(both), "adjusted_rand": round(rand(*zip(*both)), 4)}
    return told


root, command = sys.argv[1], sys.argv[2:]
for name in sorted(os.listdir(root)):
    folder = os.path.join(root, name)
    if os.path.exists(os.path.join(folder, "math.json")):
        print(json.dumps(own_result(command, folder)), flush=True)
    elif os.path.exists(os.path.join(folder, "participants-votes.csv")):
        print(json.dumps(published_groups(command, folder)), flush=True)
