//! XML parts, bounded in depth and without entities of their own.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::unreadable::one_line;
use crate::{Limits, Unreadable};

/// The events of one XML part. Only the five predefined entities and character references stand for anything.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
    depth_max: usize,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str, part: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, part, depth: 0, depth_max: limits.xml_depth_max }
    }

    /// The next event, or `None` at the end.
    ///
    /// # Errors
    /// [`Unreadable::TooDeep`], [`Unreadable::Entities`], and [`Unreadable::Damaged`] where it is not well-formed.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, Unreadable> {
        let event = self
            .reader
            .read_event()
            .map_err(|error| Unreadable::damaged(format!("part `{}`", one_line(self.part)), error))?;
        match &event {
            Event::Eof => return Ok(None),
            Event::DocType(_) => return Err(Unreadable::Entities { part: one_line(self.part) }),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > self.depth_max {
            return Err(Unreadable::TooDeep { part: one_line(self.part), depth_max: self.depth_max });
        }
        Ok(Some(event))
    }
}

/// The value of the attribute with this local name.
pub(crate) fn attribute(element: &BytesStart<'_>, local_name: &str) -> Option<String> {
    let attribute =
        element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == local_name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The values of every attribute with this local name as they are written. There may be several in a hostile file, of
/// which another reader may take any.
pub(crate) fn raw_values(element: &BytesStart<'_>, local_name: &str) -> Vec<String> {
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .filter(|attribute| attribute.key.local_name().as_ref() == local_name)
        .map(|attribute| attribute.value.into_owned())
        .collect()
}

/// The character that a reference in text stands for; none for an entity that was never declared.
pub(crate) fn referenced(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
