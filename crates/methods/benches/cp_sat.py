#!/usr/bin/env python3
"""The same programme solved by OR-tools' CP-SAT, to compare objectives: a plain model with optional intervals.

    cargo bench -p assize-methods --bench assign -- 200x40 --write /tmp/200x40.json
    python3 crates/methods/benches/cp_sat.py /tmp/200x40.json 60

Needs the Python package `ortools`; nothing of Assize does. It reads what `programme/mod.rs` makes (law's default bars, working week from
Monday to Friday) and gives CP-SAT what helps it: eligibility reckoned beforehand, evenness by its tangents, which is exact at whole days.
"""

import datetime
import json
import sys

from ortools.sat.python import cp_model

ROLES = ["leader", "auditor", "technical_expert", "trainee"]
COOLING = {  # (relation, internal audit?) -> months; as in the law's default policy
    ("consulted", False): 24, ("employed", False): 24, ("internal_audit", False): 24, ("consulted", True): 12,
}


def day(text):
    return datetime.date.fromisoformat(text)


def months_later(date, months):
    month = date.month - 1 + months
    return date.replace(year=date.year + month // 12, month=month % 12 + 1)


def main():
    problem = json.load(open(sys.argv[1]))
    seconds = float(sys.argv[2])
    policy, weights = problem["policy"], problem["policy"]["weights"]
    holidays = {day(text) for text in policy["holidays"]}
    first = min(day(a["window"]["from"]) for a in problem["audits"]) - datetime.timedelta(60)
    last = max(day(a["window"]["to"]) for a in problem["audits"]) + datetime.timedelta(60)
    days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
    days = [date for date in days if date.weekday() < 5 and date not in holidays]
    legs = {}
    for row in problem["travel"]:
        for to in row["to"]:
            legs[row["from"], to["place"]] = legs[to["place"], row["from"]] = (to["cents"], to["days"])

    model = cp_model.CpModel()
    people = problem["auditors"]
    loads = [[] for _ in people]
    intervals = [[] for _ in people]
    costs = []
    for n, person in enumerate(people):
        # Absences may overlap one another, so the days are brought together first.
        gone = [at for at, date in enumerate(days) if any(day(a["from"]) <= date <= day(a["to"]) for a in person["away"])]
        for at in gone:
            intervals[n].append(model.new_fixed_size_interval_var(at, 1, f"away{n}_{at}"))
    for a, audit in enumerate(problem["audits"]):
        length = audit["days"]
        low, high = day(audit["window"]["from"]), day(audit["window"]["to"])
        inside = [at for at, date in enumerate(days) if low <= date <= high]
        starts = inside[: len(inside) - length + 1]
        start = model.new_int_var_from_domain(cp_model.Domain.from_values(starts), f"start{a}")
        places = {"leader": 1, "auditor": audit["team_size"] - 1, "technical_expert": audit["experts_max"], "trainee": audit["learning_places"]}
        seats = {role: [] for role in ROLES}
        covering = {area: [] for area in audit["competences"]}
        latest = max(audit["previous_teams"], key=lambda team: team["date"], default=None)
        known = {seat["auditor"] for seat in latest["members"]} if latest else set()
        recent = sorted(audit["previous_teams"], key=lambda team: team["date"])[-2:]
        worn = [{seat["auditor"] for seat in team["members"] if seat["role"] == "leader"} for team in recent]
        for n, person in enumerate(people):
            if not set(person["languages"]) & set(audit["languages"]):
                continue
            cents, travel_days = (0, 0)
            if audit["method"] != "remote" and person["home"] != audit["sites"][0]["place"]:
                cents, travel_days = legs[person["home"], audit["sites"][0]["place"]]
            barred = []
            for tie in person["relations"]:
                months = COOLING.get((tie["kind"], audit["audit_type"] == "internal"))
                if tie["auditee"] == audit["auditee"] and months:
                    barred.append(months_later(day(tie["period"]["to"]), months))
            allowed = [at for at in starts if all(days[at] > over for over in barred)]
            if not allowed:
                continue
            present = []
            for role in ROLES:
                if role not in person["roles"] or places[role] == 0:
                    continue
                if role == "leader" and len(worn) == 2 and all(person["id"] in team for team in worn):
                    continue
                x = model.new_bool_var(f"x{a}_{n}_{role}")
                seats[role].append(x)
                present.append(x)
                cost = (length + 2 * travel_days) * person["day_rate_cents"] + 2 * cents + 2 * travel_days * weights["travel_day_cents"]
                if role in ("leader", "auditor") and latest and person["id"] not in known:
                    cost += weights["faces_cents"]
                if role == "trainee":
                    cost -= weights["learning_cents"]
                costs.append(cost * x)
                loads[n].append((length + 2 * travel_days) * x)
                if role == "trainee":
                    continue
                for shown in person["competences"]:
                    if shown["area"] not in covering:
                        continue
                    until = day(shown["to"]) if shown["to"] else None
                    valid = [at for at in starts if until is None or days[at + length - 1] <= until]
                    if len(valid) == len(starts):
                        covering[shown["area"]].append(x)
                    elif valid:
                        on_time = model.new_bool_var(f"valid{a}_{n}_{role}_{shown['area']}")
                        model.add_linear_expression_in_domain(start, cp_model.Domain.from_values(valid)).only_enforce_if(on_time)
                        model.add_implication(on_time, x)
                        covering[shown["area"]].append(on_time)
            if not present:
                continue
            here = model.new_bool_var(f"here{a}_{n}")
            model.add(sum(present) == here)
            if len(allowed) < len(starts):
                model.add_linear_expression_in_domain(start, cp_model.Domain.from_values(allowed)).only_enforce_if(here)
            size = length + 2 * travel_days
            intervals[n].append(model.new_optional_fixed_size_interval_var(start - travel_days, size, here, f"i{a}_{n}"))
        model.add(sum(seats["leader"]) == 1)
        model.add(sum(seats["auditor"]) == places["auditor"])
        for role in ("technical_expert", "trainee"):
            model.add(sum(seats[role]) <= places[role])
        for literals in covering.values():
            model.add_bool_or(literals)
        costs.append(weights["learning_cents"] * audit["learning_places"])
    for n, person in enumerate(people):
        model.add_no_overlap(intervals[n])
        load = model.new_int_var(0, person["days_max"], f"load{n}")
        model.add(load == sum(loads[n]))
        uneven = model.new_int_var(0, person["days_max"] ** 2, f"uneven{n}")
        for k in range(person["days_max"]):
            model.add(uneven >= k * load - k * (k + 1) // 2)
        costs.append(weights["even_cents"] * uneven)
    model.minimize(sum(costs))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    # Probing alone would take the whole minute on these programmes.
    solver.parameters.cp_model_probing_level = 0
    status = solver.solve(model)
    print(
        f"CP-SAT: {solver.status_name(status)} in {solver.wall_time:.1f} s, objective {solver.objective_value:.0f}, "
        f"bound {solver.best_objective_bound:.0f}, gap {100 * (solver.objective_value - solver.best_objective_bound) / max(1, solver.objective_value):.2f} %"
    )


main()
