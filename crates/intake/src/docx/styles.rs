//! Which paragraph styles of a DOCX are headings. Style ids are translated by Word, style names are not.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::xml::{Xml, attribute};
use crate::{Limits, Unreadable};

/// Steps from a style to the one it is based on that are followed; Word itself allows eleven.
const BASED_ON_STEPS_MAX: usize = 16;

/// The paragraph styles of a document by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    level: Option<u8>,
    based_on: Option<String>,
}

impl Styles {
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, Unreadable> {
        let mut xml = Xml::new(text, part, limits);
        let mut by_id = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    match (element.local_name().as_ref(), &mut open) {
                        ("style", _) => {
                            open = attribute(&element, "styleId").map(|id| (id, Style::default()))
                        }
                        ("name", Some((_, style))) => {
                            style.name = attribute(&element, "val").unwrap_or_default()
                        }
                        ("basedOn", Some((_, style))) => style.based_on = attribute(&element, "val"),
                        ("outlineLvl", Some((_, style))) => {
                            style.level = attribute(&element, "val").and_then(|level| outline_level(&level));
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "style" => by_id.extend(open.take()),
                _ => {}
            }
        }
        Ok(Self { by_id })
    }

    /// The level of a heading style, or of a style based on one.
    pub(super) fn heading_level(&self, id: &str) -> Option<u8> {
        let mut id = id;
        for _ in 0..BASED_ON_STEPS_MAX {
            let Some(style) = self.by_id.get(id) else { return level_of_name(id) };
            if let Some(level) = style.level.or_else(|| level_of_name(&style.name)) {
                return Some(level);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }

    /// Whether the style is that of a document's title.
    pub(super) fn is_title(&self, id: &str) -> bool {
        self.by_id.get(id).map_or(id, |style| &style.name).eq_ignore_ascii_case("title")
    }
}

/// An outline level as the file holds it (0 to 8; 9 is body text) as the level of a heading.
pub(super) fn outline_level(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// `heading 2` and `Heading2` are level 2.
fn level_of_name(name: &str) -> Option<u8> {
    let lower = name.to_ascii_lowercase();
    lower.strip_prefix("heading")?.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
