//! A small catalogue of a house: a policy and two audit tests of it.

use assize_catalogue::{Catalogue, Problem, Rules};

/// A set of criteria; its requirements stand in lines 8 to 10.
pub const SET: &str = r#"id = "House 1"
title = "A policy of the house"
publisher = "The house"
edition = "first"
source = "ours"
certainty = "two_sources"
clauses = [
  { id = "1", title = "One" },
  { id = "1.1", title = "One one" },
  { id = "1.2", title = "One two" },
]
"#;

/// A later edition of it.
pub const LATER: &str = r#"id = "House 2"
title = "A policy of the house, revised"
publisher = "The house"
edition = "second"
source = "ours"
certainty = "two_sources"
clauses = [
  { id = "1", title = "One" },
  { id = "1.1", title = "One one" },
  { id = "1.3", title = "One three" },
]
"#;

/// A mapping between the two; its pairs stand in lines 6 to 8.
pub const MAPPING: &str = r#"from = "House 1"
to = "House 2"
source = "ours"
certainty = "two_sources"
pairs = [
  { from = "1.1", to = "1.1", relation = "equal" },
  { from = "1.2", relation = "dropped" },
  { to = "1.3", relation = "new" },
]
"#;

/// A checklist; its items stand in lines 7 and 8.
pub const CHECKLIST: &str = r#"[[checklist]]
id = "rounds"
title = "What the round of the house looks at"
source = "ours"
certainty = "two_sources"
items = [
  { id = "rounds.doors", text = "doors", need = "required", criteria = "House 1", requirement = "1.1" },
  { id = "rounds.lamps", text = "lamps", need = "as_fit", audit_types = ["internal"] },
]
"#;

/// A test; it begins in line 3 of its file.
pub const DOORS: &str = r#"
[[test]]
id = "T-1"
title = "Do the doors of the house shut at night?"
requirements = ["1.1"]
objective = "Conclude whether somebody shuts every door at dusk, since what lies inside tempts those who pass."
evidence = [
  { kind = "record", what = "round book of the watchman", holder = "the watchman" },
]
ask = [{ role = "the watchman", question = "Which door did you find ajar last?" }]
inspect = ["hinges and bolts of the cellar door"]
remote = ["let a guide turn each key before the camera"]
sampling = { population = "nights of one month", fair = "three of them, a feast day among them", small = "each night since the door was hung" }
conformity = ["each round has a time and initials"]
warnings = ["rounds written down in one hand and one ink"]
nonconformities = [
  { statement = "On ... of ... nights the cellar door was found open after dusk", breaches = ["1.2"], major = "goods were stolen through it" },
]
related = ["House rules:1999 3"]
minutes = 20
links = ["T-2"]
"#;

/// Another test, which has nothing in common with the first.
pub const LAMPS: &str = r#"
[[test]]
id = "T-2"
title = "Are lamps put out before people leave?"
requirements = ["1.2"]
objective = "Conclude whether fire is thought of when work ends; a lamp left burning costs more than a broken lock."
evidence = [
  { kind = "observation", what = "workshop after the last bell", holder = "the foreman" },
]
ask = [{ role = "the foreman", question = "Who goes last, and how do they know?" }]
observe = ["what happens between bell and locked gate"]
sampling = { population = "all rooms with an open flame", fair = "the busiest and the one nobody owns", small = "in a hut, its single room" }
conformity = ["the last to leave looks round without being told"]
warnings = ["soot above a bench that is said to be unused"]
remote = ["smoke cannot be smelt through a screen"]
nonconformities = [
  { statement = "In ... a flame burned while no person was present", breaches = ["1.2"], major = "straw lay within reach of the flame" },
]
minutes = 15
links = ["T-1"]
"#;

/// A trail through three tests; its steps stand in lines 7 to 9.
pub const TRAIL: &str = r#"[[trail]]
id = "TR-night"
title = "Is one night kept from dusk to dawn?"
case = "one night of the last month, chosen by lot"
about = "What the watchman, the foreman and the cook each say of one and the same night, where each alone is believed."
steps = [
  { test = "T-1", carry = "the date of the night" },
  { test = "T-2", carry = "the name of who left last" },
  { test = "T-3", carry = "the hour at which the hearth was covered" },
]
"#;

/// A third test, for the trail.
pub const HEARTH: &str = r#"
[[test]]
id = "T-3"
title = "Is the hearth covered when the cook goes to bed?"
requirements = ["1.2"]
objective = "Conclude whether embers are covered each evening. Whoever is tired forgets it; a lid beside the hearth shows habit."
evidence = [
  { kind = "observation", what = "lid and tongs by the kitchen hearth", holder = "the cook" },
]
ask = [{ role = "the cook", question = "What did you do last before sleep?" }]
observe = ["ash at sunrise, still warm or scattered"]
remote = ["have ash stirred on camera at sunrise"]
sampling = { population = "evenings when meat was roasted", fair = "two in winter, one in the heat", small = "the latest roast" }
conformity = ["the lid is sooty inside and clean outside"]
warnings = ["a lid that hangs polished on its nail"]
nonconformities = [
  { statement = "Embers glowed openly at ... on ...", breaches = ["1.2"], major = "children slept beside the hearth" },
]
minutes = 10
links = []
"#;

/// A file with these tests.
pub fn tests(tests: &[&str]) -> String {
    format!("criteria = \"House 1\"\n{}", tests.concat())
}

/// Loads these files.
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, Vec<Problem>> {
    Catalogue::load(files.iter().copied())
}

/// Every problem with these files, their quality too.
pub fn examined(files: &[(&str, &str)], rules: &Rules) -> Vec<Problem> {
    Catalogue::examine(files.iter().copied(), rules).problems
}

/// Every problem in words.
pub fn words(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
