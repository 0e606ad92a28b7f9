//! Which requirement a reference means.

use std::collections::HashMap;

use assize_domain::evidence::Requirement;
use assize_domain::kernel::text::CriteriaId;

/// The requirements of an audit's criteria, by the ways in which people write them.
#[derive(Clone, Debug, Default)]
pub struct Requirements {
    by_key: HashMap<String, Requirement>,
}

impl Requirements {
    /// Of the sets that an audit is held against, in their order: where two have the same id, the first is meant.
    pub fn of<'r>(sets: impl IntoIterator<Item = (CriteriaId, Vec<&'r str>)>) -> Self {
        let mut by_key = HashMap::new();
        for (criteria, ids) in sets {
            for id in ids {
                let Ok(read) = id.parse() else { continue };
                let requirement = Requirement { criteria: criteria.clone(), id: read };
                by_key.entry(key(id)).or_insert(requirement);
            }
        }
        Self { by_key }
    }

    /// The requirement that a reference means: its id however it is spaced and pointed (`A.5.1`, `a5.1`, `6.1.2 a)`, `6.1.2a`), with words
    /// before it (`ISO 27001 clause 6.1.2`, `Control A.5.1: Policies`) or a URN (`urn:...:a.5.1`). A control's number without its letter is
    /// taken for the control where no clause has it. Nothing where none of the criteria has it.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<&Requirement> {
        let whole = key(reference);
        if let Some(found) = self.exact(&whole) {
            return Some(found);
        }
        // The last part of a URN, then the parts of a sentence that could be an id: the longest first, so that a letter is not lost.
        let last = reference.rsplit([':', '/']).next().unwrap_or_default();
        if let Some(found) = self.exact(&key(last)) {
            return Some(found);
        }
        let words: Vec<&str> = reference
            .split([' ', ',', ';', ':', '\t', '\n', '–', '—'])
            .filter(|word| !word.is_empty())
            .collect();
        let pairs = words.windows(2).map(|pair| key(&pair.concat()));
        let single = words.iter().map(|word| key(word));
        pairs.chain(single).filter(|key| key.contains(|c: char| c.is_ascii_digit())).find_map(|key| {
            // A number alone in a sentence is as likely a year or a count: an id has a point in it.
            key.contains('.').then(|| self.exact(&key)).flatten()
        })
    }

    fn exact(&self, key: &str) -> Option<&Requirement> {
        let control = || {
            let starts = key.starts_with(|c: char| c.is_ascii_digit());
            starts.then(|| self.by_key.get(&format!("a{key}"))).flatten()
        };
        self.by_key.get(key).or_else(control)
    }
}

/// An id without what people write in different ways: spaces, brackets, case, the point after a letter, points at the end.
fn key(id: &str) -> String {
    let mut key = String::new();
    let mut before = ' ';
    for c in id.chars().flat_map(char::to_lowercase) {
        match c {
            ' ' | '(' | ')' | '[' | ']' | '\u{a0}' => continue,
            // `A.5.1` and `A5.1`, `6.1.2.a` and `6.1.2 a)`.
            '.' | '-' | '_' if before.is_alphabetic() => continue,
            '-' | '_' => key.push('.'),
            c => key.push(c),
        }
        before = c;
    }
    while key.ends_with(['.', ':']) {
        key.pop();
    }
    // `6.1.2.a`: the point before a letter says nothing.
    let mut out = String::new();
    let mut chars = key.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '.' && chars.peek().is_some_and(|next| next.is_alphabetic()) {
            continue;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requirements() -> Requirements {
        let iso: CriteriaId = "ISO/IEC 27001:2022".parse().unwrap();
        let own: CriteriaId = "Policy 7".parse().unwrap();
        Requirements::of([
            (iso, vec!["5.1", "6.1.2", "6.1.2 a)", "6.1.2 c) 1)", "A.5.1", "A.5.23", "A.8.9", "10.2"]),
            (own, vec!["5.1", "P-3", "12"]),
        ])
    }

    #[test]
    fn an_id_is_known_however_people_write_it() {
        let requirements = requirements();
        for (reference, id) in [
            ("6.1.2", "6.1.2"),
            ("6.1.2.", "6.1.2"),
            (" 6.1.2 a) ", "6.1.2 a)"),
            ("6.1.2a", "6.1.2 a)"),
            ("6.1.2(a)", "6.1.2 a)"),
            ("6.1.2.a", "6.1.2 a)"),
            ("6.1.2 c) 1)", "6.1.2 c) 1)"),
            ("a5.1", "A.5.1"),
            ("A.5.1", "A.5.1"),
            ("A 5.1", "A.5.1"),
            ("a-5-1", "A.5.1"),
            ("8.9", "A.8.9"),
            ("5.1", "5.1"),
            ("Control A.5.23: Cloud services", "A.5.23"),
            ("ISO 27001 clause 6.1.2 a) of 2022", "6.1.2 a)"),
            ("urn:intuitem:risk:req_node:iso27001-2022:a.8.9", "A.8.9"),
            ("P-3", "P-3"),
            ("12", "12"),
        ] {
            let found = requirements.find(reference).map(|found| found.id.to_string());
            assert_eq!(found.as_deref(), Some(id), "{reference}");
        }
        assert_eq!(requirements.find("5.1").unwrap().criteria.to_string(), "ISO/IEC 27001:2022");
        for reference in ["", "A.9.9", "the 12 apostles", "27001", "6.1.22", "A", "…"] {
            assert_eq!(requirements.find(reference), None, "{reference}");
        }
    }
}
