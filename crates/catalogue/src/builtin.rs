//! The catalogue that comes with the house, compiled in.

/// Every file of the built-in catalogue: its name and its text.
pub const BUILTIN: &[(&str, &str)] = &[
    ("checklists.toml", include_str!("../../../catalogue/checklists.toml")),
    ("criteria/iso-19011-2018.toml", include_str!("../../../catalogue/criteria/iso-19011-2018.toml")),
    ("criteria/iso-19011-2026.toml", include_str!("../../../catalogue/criteria/iso-19011-2026.toml")),
    ("criteria/iso-iec-27001-2013.toml", include_str!("../../../catalogue/criteria/iso-iec-27001-2013.toml")),
    ("criteria/iso-iec-27001-2022.toml", include_str!("../../../catalogue/criteria/iso-iec-27001-2022.toml")),
    ("criteria/iso-iec-27007-2020.toml", include_str!("../../../catalogue/criteria/iso-iec-27007-2020.toml")),
    (
        "mappings/iso-19011-2018-2026.toml",
        include_str!("../../../catalogue/mappings/iso-19011-2018-2026.toml"),
    ),
    (
        "mappings/iso-iec-27001-2013-2022.toml",
        include_str!("../../../catalogue/mappings/iso-iec-27001-2013-2022.toml"),
    ),
    (
        "tests/annex-a-05-organizational-1.toml",
        include_str!("../../../catalogue/tests/annex-a-05-organizational-1.toml"),
    ),
    (
        "tests/annex-a-05-organizational-2.toml",
        include_str!("../../../catalogue/tests/annex-a-05-organizational-2.toml"),
    ),
    ("tests/annex-a-06-people.toml", include_str!("../../../catalogue/tests/annex-a-06-people.toml")),
    ("tests/annex-a-07-physical.toml", include_str!("../../../catalogue/tests/annex-a-07-physical.toml")),
    (
        "tests/annex-a-08-technological-1.toml",
        include_str!("../../../catalogue/tests/annex-a-08-technological-1.toml"),
    ),
    (
        "tests/annex-a-08-technological-2.toml",
        include_str!("../../../catalogue/tests/annex-a-08-technological-2.toml"),
    ),
    ("tests/clause-04-context.toml", include_str!("../../../catalogue/tests/clause-04-context.toml")),
    ("tests/clause-05-leadership.toml", include_str!("../../../catalogue/tests/clause-05-leadership.toml")),
    ("tests/clause-06-planning.toml", include_str!("../../../catalogue/tests/clause-06-planning.toml")),
    ("tests/clause-07-support.toml", include_str!("../../../catalogue/tests/clause-07-support.toml")),
    ("tests/clause-08-operation.toml", include_str!("../../../catalogue/tests/clause-08-operation.toml")),
    ("tests/clause-09-evaluation.toml", include_str!("../../../catalogue/tests/clause-09-evaluation.toml")),
    ("tests/clause-10-improvement.toml", include_str!("../../../catalogue/tests/clause-10-improvement.toml")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_of_the_catalogue_is_left_out() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogue");
        let mut folders = vec![root.clone()];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "toml") {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        found.sort();
        let mut built: Vec<&str> = BUILTIN.iter().map(|(name, _)| *name).collect();
        built.sort_unstable();
        assert_eq!(found, built);
    }
}
