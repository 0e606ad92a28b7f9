//! A value of a JSON file with its path, and what is said of it.

use assize_domain::kernel::said::Said;
use serde_json::{Map, Value};

use crate::format::{Found, Strictness, at};
use crate::id::shown;

/// An object of the file with its path.
#[derive(Clone, Copy)]
pub(super) struct Object<'j, 'p> {
    pub(super) map: &'j Map<String, Value>,
    pub(super) path: &'p str,
}

/// What was found so far, and how strict one is.
pub(super) struct Reading<'f> {
    pub(super) name: &'f str,
    pub(super) strictness: Strictness,
    pub(super) found: Found<'f>,
    /// Whether what departs was said before, of the file that it stands in.
    pub(super) is_again: bool,
}

impl<'f> Reading<'f> {
    pub(super) fn new(name: &'f str, strictness: Strictness) -> Self {
        Self { name, strictness, found: Found::default(), is_again: false }
    }

    pub(super) fn problem(&mut self, path: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        self.found.problems.push(at(self.name, None, path, what, hint));
    }

    pub(super) fn remark(&mut self, path: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        self.found.remarks.push(at(self.name, None, path, what, hint));
    }

    /// A departure from the format: a problem where one is strict, a remark where one is lenient.
    pub(super) fn departure(&mut self, path: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        match self.strictness {
            _ if self.is_again => {}
            Strictness::Strict => self.problem(path, what, hint),
            Strictness::Lenient => self.remark(path, what, hint),
        }
    }

    /// The keys that the format knows, and no others.
    pub(super) fn known_keys(&mut self, object: Object<'_, '_>, known: &[&str]) {
        for key in object.map.keys().filter(|key| !known.contains(&key.as_str())) {
            let path = format!("{}/{}", object.path, shown(key));
            self.departure(&path, "is not known in OSCAL here", "take it out, or import with --lenient");
        }
    }

    /// A text that must be there, and is not empty.
    pub(super) fn text<'j>(&mut self, object: Object<'j, '_>, key: &str) -> Option<&'j str> {
        let text = self.optional_text(object, key);
        if text.is_none() && !object.map.contains_key(key) {
            self.departure(&format!("{}/{key}", object.path), "is missing", "give it");
        }
        text
    }

    pub(super) fn optional_text<'j>(&mut self, object: Object<'j, '_>, key: &str) -> Option<&'j str> {
        match object.map.get(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim()),
            Value::String(_) => {
                self.departure(&format!("{}/{key}", object.path), "is empty", "write something");
                None
            }
            _ => {
                self.departure(
                    &format!("{}/{key}", object.path),
                    "is no text",
                    "write it in quotation marks",
                );
                None
            }
        }
    }

    /// The objects of a list. A list that is there holds one at least.
    pub(super) fn objects<'j>(
        &mut self,
        object: Object<'j, '_>,
        key: &str,
    ) -> Vec<(&'j Map<String, Value>, String)> {
        let path = format!("{}/{key}", object.path);
        let list = match object.map.get(key) {
            None => return Vec::new(),
            Some(Value::Array(list)) if !list.is_empty() => list,
            Some(Value::Array(_)) => {
                self.departure(&path, "is an empty list", "leave it out");
                return Vec::new();
            }
            Some(_) => {
                self.departure(&path, "is no list", "write it in square brackets");
                return Vec::new();
            }
        };
        let mut objects = Vec::new();
        for (n, value) in list.iter().enumerate() {
            let path = format!("{path}/{n}");
            match value {
                Value::Object(map) => objects.push((map, path)),
                _ => self.departure(&path, "is no object", "write it in braces"),
            }
        }
        objects
    }
}
