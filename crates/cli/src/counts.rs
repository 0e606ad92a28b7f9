//! Counts in words.

use std::fmt::Display;

/// A count with what it counts: `1 entry`, `2 entries`, `0 entries`.
#[must_use]
pub fn counted(count: impl Display, one: &str, several: &str) -> String {
    let count = count.to_string();
    let what = if count == "1" { one } else { several };
    format!("{count} {what}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_said_otherwise_than_several() {
        let said = [0, 1, 2, 11, 21].map(|count| counted(count, "entry was", "entries were"));
        assert_eq!(
            said,
            ["0 entries were", "1 entry was", "2 entries were", "11 entries were", "21 entries were"]
        );
    }
}
