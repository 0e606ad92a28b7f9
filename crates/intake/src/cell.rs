//! Cells that a spreadsheet would take for formulas.

use std::borrow::Cow;

/// Whether a spreadsheet program that opens this text as a CSV cell may take it for a formula.
///
/// That is text beginning with `=`, `+`, `-`, `@`, their full-width forms, a tab or a carriage return, after blanks
/// too. A lone `-`, as tables use it for "none", and a plain number such as `-5` or `+1.5` compute nothing and are not.
#[must_use]
pub fn is_formula_like(text: &str) -> bool {
    if text.starts_with(['\t', '\r']) {
        return true;
    }
    let text = text.trim();
    let Some(first) = text.chars().next() else { return false };
    let triggers = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    triggers.contains(&first) && !is_plain(text)
}

/// The text made safe for a cell of a CSV file: with a leading apostrophe where [`is_formula_like`], else unchanged.
#[must_use]
pub fn defuse_cell(text: &str) -> Cow<'_, str> {
    if is_formula_like(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A run of dashes, or a sign with a decimal number.
fn is_plain(text: &str) -> bool {
    if text.chars().all(|c| c == '-') {
        return true;
    }
    let Some(digits) = text.strip_prefix(['-', '+']) else { return false };
    let mut parts = digits.splitn(2, ['.', ',']);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.all(is_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_plain_text_is_left_alone() {
        let hot = [
            "=1+1",
            "=HYPERLINK(\"http://x\")",
            "+1+cmd|'/C calc'!A0",
            "-1+1",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1",
            "- note",
            "+49 30 1",
        ];
        for text in hot {
            assert_eq!(defuse_cell(text), format!("'{text}"));
        }
        for text in ["", "-", "--", "-5", "+1.5", "-1,5", "A.5.1", "yes", "a=b", "'=1"] {
            assert_eq!(defuse_cell(text), text);
        }
    }
}
