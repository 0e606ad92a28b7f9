//! Days, out of the many ways in which tools write times.

use serde_json::Value;

/// The day that a time begins with (`2026-09-15T...`, `2026/09/15`), or that lies so many seconds or milliseconds after 1970.
pub(super) fn day(time: &Value) -> Option<String> {
    match time {
        Value::String(text) => day_of_text(text),
        Value::Number(number) => day_of_number(number.as_i64()?),
        _ => None,
    }
}

/// Likewise, of a text.
pub(super) fn day_of_text(text: &str) -> Option<String> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>() {
        return day_of_number(number);
    }
    let parts: Vec<u32> = text.get(..10)?.split(['-', '/']).filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else { return None };
    let is_day = (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// From this number on, it counts milliseconds: as seconds it would lie after the year 5000.
const MILLIS_FROM: i64 = 100_000_000_000;

fn day_of_number(number: i64) -> Option<String> {
    let seconds = if number >= MILLIS_FROM { number / 1_000 } else { number };
    if !(1..=253_402_300_799).contains(&seconds) {
        return None;
    }
    // The days after 1970 as a date: years of 400 go round in 146,097 days, counted from a March.
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn days_are_read_from_texts_and_numbers_and_from_nothing_else() {
        for (time, expected) in [
            (json!("2026-09-15T07:00:00Z"), Some("2026-09-15")),
            (json!("2026/09/15"), Some("2026-09-15")),
            (json!(1_790_000_000), Some("2026-09-21")),
            (json!(1_790_000_000_123_i64), Some("2026-09-21")),
            (json!("1790000000"), Some("2026-09-21")),
            (json!(951_782_400), Some("2000-02-29")),
            (json!(86_399), Some("1970-01-01")),
            (json!("yesterday"), None),
            (json!("2026-13-01"), None),
            (json!(-5), None),
            (json!(i64::MAX), None),
            (json!(null), None),
        ] {
            assert_eq!(day(&time).as_deref(), expected, "{time}");
        }
    }
}
