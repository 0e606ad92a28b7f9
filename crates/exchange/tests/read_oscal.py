"""Reads OSCAL files with trestle, by its own models of the format: one JSON object a line for each file."""

import json
import sys

from trestle.oscal.assessment_plan import AssessmentPlan
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones
from trestle.oscal.profile import Profile

models = {
    "assessment-plan": AssessmentPlan,
    "assessment-results": AssessmentResults,
    "plan-of-action-and-milestones": PlanOfActionAndMilestones,
    "profile": Profile,
}

for path in sys.argv[1:]:
    with open(path) as file:
        ((root, content),) = json.load(file).items()
    try:
        read = models[root](**content)
        again = json.loads(read.oscal_serialize_json())
        print(json.dumps({"wrong": None, "title": read.metadata.title, "again": again}))
    except ValueError as wrong:
        print(json.dumps({"wrong": str(wrong)}))
