//! The built-in criteria agree with the lists they were made from, where those are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use assize_catalogue::{Catalogue, CriteriaId, CriteriaSet, RequirementId, RequirementRef};

/// The rows of a list by the names of its columns; none where the list is not at hand.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let Ok(text) = std::fs::read_to_string(format!("/work/shared/domain/{name}")) else { return Vec::new() };
    let mut lines = text.lines().map(cells);
    let head = lines.next().unwrap();
    lines.map(|cells| head.iter().cloned().zip(cells).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn set<'c>(catalogue: &'c Catalogue, id: &str) -> &'c CriteriaSet {
    catalogue.criteria(&id.parse::<CriteriaId>().unwrap()).unwrap()
}

fn has(set: &CriteriaSet, id: &str) {
    assert!(set.requirement(&id.parse::<RequirementId>().unwrap()).is_some(), "{} {id}", set.id);
}

#[test]
fn every_clause_of_the_lists_is_there() {
    let catalogue = Catalogue::builtin().unwrap();
    for (list, id) in [
        ("clause_27001_2022.csv", "ISO/IEC 27001:2022+A1:2024"),
        ("annex_a_2022.csv", "ISO/IEC 27001:2022+A1:2024"),
        ("clause_27001_2013.csv", "ISO/IEC 27001:2013"),
        ("iso19011_2018.csv", "ISO 19011:2018"),
        ("iso27007_2020.csv", "ISO/IEC 27007:2020"),
    ] {
        let set = set(&catalogue, id);
        // Two rows of the list for ISO/IEC 27007 describe its annex and are no clauses.
        for row in rows(list).iter().filter(|row| !matches!(row["id"].as_str(), "A.fields" | "A.scope")) {
            has(set, &row["id"]);
        }
    }
    // And no more than the lists have, of the edition in force.
    let isms = set(&catalogue, "ISO/IEC 27001:2022+A1:2024");
    let listed: BTreeSet<String> = ["clause_27001_2022.csv", "annex_a_2022.csv"]
        .iter()
        .flat_map(|list| rows(list))
        .map(|row| row["id"].clone())
        .collect();
    for requirement in isms.requirements().filter(|_| !listed.is_empty()) {
        let is_heading = matches!(requirement.id.as_str(), "A" | "A.5" | "A.6" | "A.7" | "A.8");
        assert!(is_heading || listed.contains(requirement.id.as_str()), "{}", requirement.id);
    }
}

#[test]
fn the_controls_have_the_attributes_of_the_list() {
    let catalogue = Catalogue::builtin().unwrap();
    let isms = set(&catalogue, "ISO/IEC 27001:2022+A1:2024");
    for row in rows("annex_a_2022.csv") {
        let control = isms.requirement(&row["id"].parse().unwrap()).unwrap();
        assert_eq!(control.title, row["title"]);
        for name in [
            "control_types",
            "information_security_properties",
            "cybersecurity_concepts",
            "operational_capabilities",
            "security_domains",
        ] {
            let listed: BTreeSet<String> = row[name].split(';').map(str::to_lowercase).collect();
            let ours: BTreeSet<String> = control.attributes[name].iter().cloned().collect();
            assert_eq!(ours, listed, "{} {name}", row["id"]);
        }
        assert_eq!(
            control.attributes.contains_key("new_in_2022"),
            row["new_in_2022"] == "yes",
            "{}",
            row["id"]
        );
    }
}

#[test]
fn the_mapping_has_every_pair_of_the_lists() {
    let catalogue = Catalogue::builtin().unwrap();
    let (before, after) =
        ("ISO/IEC 27001:2013".parse().unwrap(), "ISO/IEC 27001:2022+A1:2024".parse().unwrap());
    let mapping = catalogue.mapping(&before, &after).unwrap();
    let side = |id: &Option<RequirementId>| id.as_ref().map_or(String::new(), ToString::to_string);
    let ours: BTreeSet<(String, String)> =
        mapping.pairs.iter().map(|pair| (side(&pair.from), side(&pair.to))).collect();
    for list in ["map_2013_2022.csv", "map_clause_2013_2022.csv"] {
        for row in rows(list) {
            let pair = (row["id_2013"].clone(), row["id_2022"].clone());
            assert!(ours.contains(&pair), "{pair:?}");
        }
    }
}

#[test]
fn every_requirement_of_the_earlier_edition_is_served_by_a_test_of_the_later() {
    let catalogue = Catalogue::builtin().unwrap();
    let earlier = set(&catalogue, "ISO/IEC 27001:2013");
    let headings: BTreeSet<&RequirementId> = earlier.headings().into_iter().collect();
    let unserved: Vec<&str> = earlier
        .requirements()
        .filter(|requirement| !headings.contains(&requirement.id))
        .map(|requirement| RequirementRef { criteria: earlier.id.clone(), id: requirement.id.clone() })
        .filter(|requirement| catalogue.tests_by_mapping(requirement).is_empty())
        .filter_map(|requirement| earlier.requirement(&requirement.id).map(|found| found.id.as_str()))
        .collect();
    assert_eq!(unserved, [""; 0]);
}
