//! What the tests hold every picture to.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test that meets what it did not expect fails, and each test uses a part"
)]

#[path = "../../examples/gallery/samples.rs"]
pub(crate) mod samples;

use std::collections::BTreeSet;

use assize_pictures::{Figure, Ink, Page, stylesheet};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The elements a picture may be made of.
const ELEMENTS: &[&str] = &["svg", "title", "desc", "g", "a", "rect", "path", "circle", "text", "tspan"];

pub(crate) fn page(ink: Ink) -> Page {
    Page { ink, prefix: "x".to_owned() }
}

/// What a checked picture says: all its text, titles among it.
pub(crate) fn checked(figure: &Figure, ink: Ink) -> String {
    for row in &figure.table.rows {
        assert_eq!(row.len(), figure.table.head.len(), "{row:?}");
    }
    let mut reader = Reader::from_str(&figure.svg);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut said, mut ids, mut first) = (0_i32, String::new(), BTreeSet::new(), true);
    let styled = classes_of(&stylesheet());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                element(&start, ink, &styled, &mut ids);
                if std::mem::take(&mut first) {
                    root(&start);
                }
                depth += 1;
            }
            Event::Empty(start) => element(&start, ink, &styled, &mut ids),
            Event::End(_) => depth -= 1,
            Event::Text(text) => said.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.xml10_content().as_ref() {
                "amp" => said.push('&'),
                "lt" => said.push('<'),
                "gt" => said.push('>'),
                "quot" => said.push('"'),
                "#39" => said.push('\''),
                other => panic!("&{other};"),
            },
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0);
    assert!(ids.contains("picture-x-title") && ids.contains("picture-x-description"), "{ids:?}");
    assert!(said.chars().all(is_xml), "a sign that XML does not allow");
    said
}

fn is_xml(sign: char) -> bool {
    !matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn root(start: &BytesStart<'_>) {
    let of = |name: &str| {
        let attribute = start.try_get_attribute(name).unwrap().unwrap();
        attribute.value.to_string()
    };
    assert_eq!(of("aria-labelledby"), "picture-x-title picture-x-description");
    assert!(["img", "group"].contains(&of("role").as_str()));
    let view: Vec<f64> = of("viewBox").split(' ').map(|number| number.parse().unwrap()).collect();
    assert!(view[3] > 0.0 && view[3] < 6000.0, "{view:?}");
}

fn element(start: &BytesStart<'_>, ink: Ink, styled: &BTreeSet<String>, ids: &mut BTreeSet<String>) {
    let name = start.name().as_ref().to_owned();
    assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
    for attribute in start.attributes() {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.value.to_string();
        assert!(key != "style" && !key.starts_with("on"), "{key}");
        assert!(!value.contains("NaN") && !value.contains("inf "), "{key}={value}");
        match key.as_str() {
            "class" => {
                assert_eq!(ink, Ink::Web);
                if name != "svg" {
                    assert!(styled.contains(&value), "no rule for {value}");
                }
            }
            "fill" | "stroke" => assert_eq!(ink, Ink::Print),
            "href" => assert!(ink == Ink::Web && stays_here(&value), "{value}"),
            "id" => assert!(ids.insert(value.clone()), "{value} twice"),
            _ => {}
        }
    }
}

/// A path, a query or a fragment; neither another host nor a scheme.
fn stays_here(href: &str) -> bool {
    href.starts_with(['/', '?', '#']) && !href.starts_with("//") && !href.starts_with("/\\")
}

/// The classes, or sets of classes, that the stylesheet has a rule for.
fn classes_of(css: &str) -> BTreeSet<String> {
    let rules = css.lines().filter_map(|line| line.strip_prefix("svg.picture ."));
    rules.filter_map(|line| line.split_once(" {")).map(|(classes, _)| classes.replace('.', " ")).collect()
}
