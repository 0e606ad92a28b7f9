//! The words by which authors say yes, no and how far, in English and German.

use super::Implementation;

/// Lower case, umlauts written out, anything but letters and digits a single blank.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            c if c.is_alphanumeric() => out.push(c),
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a cell says that a control is necessary; `None` where it says neither.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    if ["✓", "✔", "☑", "☒", "✅"].contains(&cell.trim()) {
        return Some(true);
    }
    if ["✗", "✘", "☐", "❌"].contains(&cell.trim()) {
        return Some(false);
    }
    match normal(cell).as_str() {
        "yes" | "y" | "x" | "true" | "1" | "applicable" | "included" | "necessary" | "required"
        | "in scope" | "ja" | "j" | "wahr" | "anwendbar" | "zutreffend" | "erforderlich" | "notwendig"
        | "relevant" => Some(true),
        "no" | "n" | "false" | "0" | "not applicable" | "n a" | "na" | "excluded" | "not necessary"
        | "not required" | "out of scope" | "not included" | "nein" | "falsch" | "nicht anwendbar"
        | "nicht zutreffend" | "nicht erforderlich" | "nicht notwendig" | "nicht relevant"
        | "ausgeschlossen" | "entfaellt" => Some(false),
        _ => None,
    }
}

/// How far a cell says that a control is implemented; `None` where it does not say.
pub(super) fn implementation(cell: &str) -> Option<Implementation> {
    use Implementation::{No, Partly, Planned, Yes};
    if cell.trim() == "-" {
        return Some(No);
    }
    Some(match normal(cell).as_str() {
        "partly"
        | "partial"
        | "partially"
        | "partly implemented"
        | "partially implemented"
        | "in progress"
        | "ongoing"
        | "teilweise"
        | "teilweise umgesetzt"
        | "in umsetzung"
        | "in bearbeitung"
        | "teils" => Partly,
        "planned" | "geplant" | "to do" | "todo" | "open" | "offen" | "in planung" => Planned,
        "not implemented"
        | "not started"
        | "none"
        | "nicht umgesetzt"
        | "nicht implementiert"
        | "nicht begonnen" => No,
        "implemented"
        | "fully implemented"
        | "done"
        | "complete"
        | "completed"
        | "in place"
        | "umgesetzt"
        | "vollstaendig umgesetzt"
        | "vollstaendig"
        | "implementiert"
        | "erledigt"
        | "100" => Yes,
        _ => match yes_or_no(cell) {
            Some(true) => Yes,
            Some(false) => No,
            None => return None,
        },
    })
}

/// Whether text is the identifier of a control and not of a group: two numbers at least, as `A.5.1` or `5.1`.
pub(super) fn is_control(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    numbers >= 2 && text.split_whitespace().count() <= 2
}

/// Whether text is a date as [`table`](crate::table()) writes dates, or as a CSV from a spreadsheet has them.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "okt",
        "dez", "mrz",
    ];
    match parts.as_slice() {
        [year, month, day] if [year, month, day].into_iter().all(is_number) => {
            year.len() == 4 || day.len() == 4
        }
        [day, month] => is_number(day) && months.contains(&month.to_ascii_lowercase().as_str()),
        _ => false,
    }
}

/// The identifier without what authors vary: case, blanks, `A.` before it.
pub(super) fn control_key(control: &str) -> String {
    let compact: String =
        control.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    let key = compact.strip_prefix("A.").or(compact.strip_prefix('A')).unwrap_or(&compact);
    key.trim_end_matches('.').to_owned()
}

/// Whether an identifier is a number with one decimal, as 5.10 becomes when a spreadsheet takes it for a number.
pub(super) fn may_have_lost_a_zero(control: &str) -> bool {
    let mut parts = control.split('.');
    let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u32>().is_ok());
    let second = parts.clone().nth(1).is_some_and(|decimal| decimal.len() == 1);
    is_number(parts.next()) && is_number(parts.next()) && parts.next().is_none() && second
}
