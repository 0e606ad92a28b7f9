use super::fields::{Filled, Group, of_document};
use super::papers;
use super::report_fields::of_report;
use super::{Placeholder, placeholders};
use crate::render::Marking;
use crate::said::Said;
use crate::words::{Tongue, Words};
use assize_domain::document::DocumentKind;

/// Every name has its value and every value its name, in each row of each list.
fn same(names: &[Placeholder], group: &Group, at: &str) {
    let known: Vec<&str> = {
        let mut known: Vec<&str> = names.iter().map(|one| one.name).collect();
        known.sort_unstable();
        known
    };
    let filled: Vec<&str> = group.names().map(|(name, _)| name).collect();
    assert_eq!(known, filled, "{at}");
    for one in names {
        match group.get(one.name).unwrap() {
            Filled::Text(_) => assert!(one.of.is_empty(), "{at}: {} is no list", one.name),
            Filled::List(rows) => rows.iter().for_each(|row| same(one.of, row, one.name)),
        }
    }
}

#[test]
fn every_name_has_its_value_and_every_value_its_name() {
    let said = Said::new(Words::new(Tongue::English));
    let context = papers::context(Marking::Final);
    for content in papers::all() {
        let group = of_document(&content, &context, false, &said);
        same(&placeholders(content.kind), &group, content.kind.word());
    }
    let report = serde_json::from_str(include_str!("../../tests/fixtures/surveillance.json")).unwrap();
    same(&placeholders(DocumentKind::Report), &of_report(&report, &context, &said), "report");
}
