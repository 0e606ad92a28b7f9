//! Ids, which parse once and are right from then on, and the order of a standard's numbering.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use assize_domain::kernel::said::{Arg, Said, Tell, say};

use serde::{Serialize, Serializer};

use crate::limits::{CRITERIA_ID_CHARS_MAX, KEY_CHARS_MAX, REQUIREMENT_ID_CHARS_MAX};

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}; {hint}")]
pub struct Malformed {
    /// What is wrong with it.
    pub what: Said,
    /// What a right one looks like.
    pub hint: &'static str,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $check:ident, $hint:literal;)+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        // INVARIANT (parsed): the text has passed this type's check.
        pub struct $name(Box<str>);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                match $check(text) {
                    Ok(()) => Ok(Self(text.into())),
                    Err(what) => Err(Malformed { what, hint: $hint }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Tell for $name {
            fn tell(&self) -> Arg {
                self.0.tell()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        /// The order of a standard's numbering: runs of digits count as numbers.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                by_number(&self.0, &other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
    )+ };
}

ids! {
    /// The id of a set of criteria with its edition, such as `ISO/IEC 27001:2022+A1:2024`, or of a house's own policy.
    CriteriaId, criteria_id, "give a standard with its edition, like `ISO/IEC 27001:2022+A1:2024`";
    /// The id of a requirement in its set: a clause (`6.1.2`), an item (`6.1.2 a) 1)`), a control (`A.5.1`), or what a house
    /// calls its own (`POL-3.2`). Ordered as the standard counts: `4.2 a)` before `4.2 b)` before `4.10`, `A.5.2` before `A.5.10`.
    RequirementId, requirement_id, "give a clause like `6.1.2 a)` or a control like `A.5.1`";
    /// The id of an audit test, stable for ever: `T-6.1.2-01`.
    TestId, token, "give an id of letters, digits, `.`, `_` and `-`, like `T-6.1.2-01`";
    /// The id of a named audit trail, stable for ever: `TR-leaver`.
    TrailId, token, "give an id of letters, digits, `.`, `_` and `-`, like `TR-leaver`";
    /// A related standard with its edition and, where it is sure, the clause: `ISO/IEC 27005:2022 7.2`.
    Related, related, "give a standard with its edition, like `ISO/IEC 27005:2022` or `ISO/IEC 27005:2022 7.2`";
    /// A short key: a checklist (`audit_plan`) or an item of it (`audit_plan.objectives`).
    Key, token, "give a key of letters, digits, `.`, `_` and `-`, like `audit_plan.objectives`";
}

impl RequirementId {
    /// The id one level up by its form: `6.1.2 a)` of `6.1.2 a) 1)`, `6.1` of `6.1.2`, `A.5` of `A.5.1`; none for `4` and `A`.
    ///
    /// Whether such a requirement exists is for its set to say.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let text = self.as_str();
        let cut = if text.ends_with(')') { text.rfind(' ') } else { text.rfind('.') }?;
        // The rest begins as the whole does and is shorter, so that (parsed) holds unless the cut leaves a dangling end.
        text.get(..cut)?.parse().ok()
    }

    /// Whether this is `other` or lies below it in the numbering: `6.1.2 a)` is within `6.1`, `A.5.10` is not within `A.5.1`.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        match self.as_str().strip_prefix(other.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with(['.', ' ']),
            None => false,
        }
    }

    /// Whether it has the form of an item: `6.1.2 a)`, `6.1.2 a) 1)`.
    #[must_use]
    pub fn is_item(&self) -> bool {
        self.as_str().ends_with(')')
    }
}

fn criteria_id(text: &str) -> Result<(), Said> {
    line(text, CRITERIA_ID_CHARS_MAX)
}

fn requirement_id(text: &str) -> Result<(), Said> {
    line(text, REQUIREMENT_ID_CHARS_MAX)?;
    if text.len() > REQUIREMENT_ID_CHARS_MAX || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Err(say!("`{text}` is not the id of a requirement", text));
    }
    if text.contains("  ") || text.contains("..") || text.ends_with('.') {
        return Err(say!("`{text}` has a gap in its numbering", text));
    }
    Ok(())
}

/// An edition is a year behind a colon; before it stands the publisher's number, behind it at most a clause.
fn related(text: &str) -> Result<(), Said> {
    line(text, CRITERIA_ID_CHARS_MAX)?;
    let edition = text.split_once(':').map(|(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    if edition == Some(4) { Ok(()) } else { Err(say!("`{text}` names no edition", text = shown(text))) }
}

fn token(text: &str) -> Result<(), Said> {
    let fine = matches!(text.len(), 1..=KEY_CHARS_MAX)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    if fine { Ok(()) } else { Err(say!("`{text}` is not a key", text = shown(text))) }
}

fn line(text: &str, chars_max: usize) -> Result<(), Said> {
    if text.trim().is_empty() {
        return Err("is empty".into());
    }
    if text.trim() != text || text.chars().any(char::is_control) || text.chars().count() > chars_max {
        return Err(say!(
            "`{text}` is not one line of 1 to {chars_max} characters",
            text = shown(text),
            chars_max
        ));
    }
    Ok(())
}

/// What is shown of a text that is wrong: its first characters, on one line.
pub(crate) fn shown(text: &str) -> String {
    const SHOWN_CHARS_MAX: usize = 60;
    let mut shown: String =
        text.chars().take(SHOWN_CHARS_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN_CHARS_MAX).is_some() {
        shown.push('…');
    }
    shown
}

/// Compares as the standard counts: runs of digits by their value, all else by character. A tie, as between `4` and `04`,
/// falls to the texts themselves, so that the order agrees with equality.
fn by_number(a: &str, b: &str) -> Ordering {
    let (mut rest_a, mut rest_b) = (a, b);
    loop {
        let (digits_a, digits_b) = (digits(rest_a), digits(rest_b));
        if !digits_a.is_empty() && !digits_b.is_empty() {
            match by_value(digits_a, digits_b) {
                Ordering::Equal => {}
                unequal => return unequal,
            }
            rest_a = rest_a.get(digits_a.len()..).unwrap_or_default();
            rest_b = rest_b.get(digits_b.len()..).unwrap_or_default();
            continue;
        }
        let (mut chars_a, mut chars_b) = (rest_a.chars(), rest_b.chars());
        match (chars_a.next(), chars_b.next()) {
            (None, None) => return a.cmp(b),
            (x, y) if x != y => return x.cmp(&y),
            _ => {}
        }
        (rest_a, rest_b) = (chars_a.as_str(), chars_b.as_str());
    }
}

fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn by_value(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> RequirementId {
        text.parse().unwrap()
    }

    #[test]
    fn requirements_are_ordered_as_the_standard_counts() {
        let right = [
            "4",
            "4.1",
            "4.2",
            "4.2 a)",
            "4.2 b)",
            "4.10",
            "6.1.2",
            "6.1.2 a)",
            "6.1.2 a) 1)",
            "6.1.2 a) 2)",
            "6.1.2 b)",
            "6.1.10",
            "6.2",
            "9.2",
            "10",
            "10.2 a)",
            "A",
            "A.5.1",
            "A.5.2",
            "A.5.10",
            "A.5.37",
            "A.6.1",
            "A.8.34",
            "POL-2",
            "POL-10",
        ];
        let mut ids: Vec<_> = right.iter().rev().map(|text| id(text)).collect();
        ids.sort();
        assert_eq!(ids.iter().map(RequirementId::as_str).collect::<Vec<_>>(), right);
    }

    #[test]
    fn ids_know_what_lies_above_them() {
        for (child, parent) in [
            ("6.1.2 a) 1)", Some("6.1.2 a)")),
            ("6.1.2 a)", Some("6.1.2")),
            ("6.1.2", Some("6.1")),
            ("6", None),
            ("A.5.1", Some("A.5")),
            ("A", None),
            ("4 a)", Some("4")),
        ] {
            assert_eq!(id(child).parent(), parent.map(id), "{child}");
        }
        for (inner, outer, within) in [
            ("6.1.2 a)", "6.1", true),
            ("6.1", "6.1", true),
            ("6.10", "6.1", false),
            ("A.5.10", "A.5.1", false),
            ("A.5.10", "A.5", true),
            ("6.1", "6.1.2", false),
        ] {
            assert_eq!(id(inner).is_within(&id(outer)), within, "{inner} within {outer}");
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for bad in ["", " ", " 4", "4 ", "4\n", "4..1", "4.", "4.2  a)", ".4", "(a)", &"4".repeat(61), "é"] {
            assert!(bad.parse::<RequirementId>().is_err(), "{bad:?}");
        }
        for bad in ["", "T 1", "T/1", &"T".repeat(81), "Tä"] {
            assert!(bad.parse::<TestId>().is_err(), "{bad:?}");
        }
        for bad in ["", "ISO/IEC 27005", "ISO/IEC 27005:22", "ISO/IEC 27005:20222", "ISO/IEC 27005:2022\n"] {
            assert!(bad.parse::<Related>().is_err(), "{bad:?}");
        }
        for good in [
            "ISO/IEC 27005:2022",
            "ISO/IEC 27005:2022 7.2",
            "ISO/IEC TS 27008:2019",
            "ISO/IEC 27001:2022+A1:2024 9.2",
        ] {
            assert!(good.parse::<Related>().is_ok(), "{good:?}");
        }
        assert!("ISO/IEC 27001:2013".parse::<CriteriaId>().is_ok());
        assert!("ISO\n".parse::<CriteriaId>().is_err());
        let problem = "é".parse::<RequirementId>().unwrap_err();
        assert_eq!(
            problem.to_string(),
            "`é` is not the id of a requirement; give a clause like `6.1.2 a)` or a control like `A.5.1`"
        );
    }

    proptest! {
        #[test]
        fn ids_survive_their_own_text(text in "[0-9A-Za-z][0-9A-Za-z.() -]{0,20}") {
            if let Ok(id) = text.parse::<RequirementId>() {
                prop_assert_eq!(&id.to_string(), &text);
                if let Some(parent) = id.parent() {
                    prop_assert!(id.is_within(&parent));
                    prop_assert!(parent < id);
                }
            }
        }

        #[test]
        fn the_order_is_total_and_agrees_with_equality(
            a in "[0-9]{1,3}(\\.[0-9]{1,30}){0,2}( [a-z]\\))?",
            b in "[0-9]{1,3}(\\.[0-9]{1,30}){0,2}( [a-z]\\))?",
            c in "[0A-C]{1,2}[.0-9]{0,3}",
        ) {
            prop_assert_eq!(by_number(&a, &b), by_number(&b, &a).reverse());
            prop_assert_eq!(by_number(&a, &b) == Ordering::Equal, a == b);
            let mut three = [a.as_str(), b.as_str(), c.as_str()];
            three.sort_by(|x, y| by_number(x, y));
            let [first, second, third] = three;
            prop_assert!(by_number(first, second).is_le() && by_number(second, third).is_le() && by_number(first, third).is_le());
        }
    }
}
