//! Amounts of money: records keep cents, and people read and type the unit of the currency.

use serde_json::Number;

use super::Words;

/// Whether a field holds cents, by its name or by its place: units stand last in names.
pub(crate) fn is_money(field: &str) -> bool {
    let name = field.rsplit('/').next().unwrap_or_default();
    name == "cents" || name.ends_with("_cents")
}

/// The cents of an amount as it was typed: digits, and behind a point or a comma two more at most. Nothing where it is none; what could be
/// thousands is not guessed at.
pub(crate) fn cents_of(amount: &str) -> Option<u64> {
    let (whole, part) = amount.split_once(['.', ',']).unwrap_or((amount, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let cents: u64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

impl Words {
    /// An amount as the language writes it, and as it may be typed.
    pub(crate) fn amount(&self, cents: u64) -> String {
        match (cents / 100, cents % 100) {
            (whole, 0) => whole.to_string(),
            (whole, part) => self.number(format!("{whole}.{part:02}")),
        }
    }

    /// The number in a field: of cents, the amount.
    pub(crate) fn number_in(&self, field: &str, number: &Number) -> String {
        match number.as_u64().filter(|_| is_money(field)) {
            Some(cents) => self.amount(cents),
            None => self.number(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn an_amount_is_typed_with_a_point_or_a_comma() {
        for (typed, cents) in
            [("850", 85_000), ("850.5", 85_050), ("850,50", 85_050), ("0,05", 5), ("7.", 700), ("0", 0)]
        {
            assert_eq!(cents_of(typed), Some(cents), "{typed}");
        }
        let long = "9".repeat(30);
        for bad in ["", ",50", "8.123", "1.000", "1.000,00", "1 000", "-5", "+5", "850 EUR", "many", &long] {
            assert_eq!(cents_of(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_amount_is_shown_as_it_is_typed() {
        let [english, german] = [Language::English, Language::German].map(|one| Words::new(one, "UTC"));
        assert_eq!(
            (english.amount(90_005), german.amount(90_005)),
            ("900.05".to_owned(), "900,05".to_owned())
        );
        assert_eq!((english.amount(85_000), german.amount(50)), ("850".to_owned(), "0,50".to_owned()));
        for cents in [0, 1, 99, 100, 12_340, 99_999_999] {
            assert_eq!(cents_of(&german.amount(cents)), Some(cents));
        }
        let number = Number::from(1_250);
        assert_eq!(english.number_in("day_rate_cents", &number), "12.50");
        assert_eq!(english.number_in("/weights/even_cents", &number), "12.50");
        assert_eq!(english.number_in("days", &number), "1250");
        assert!(!is_money("/cents/0") && !is_money("per_cent"));
    }

    #[test]
    fn no_label_of_an_amount_speaks_of_cents() {
        for language in [Language::English, Language::German] {
            let words = Words::new(language, "UTC");
            for name in
                ["day_rate_cents", "travel_day_cents", "even_cents", "faces_cents", "learning_cents", "cents"]
            {
                let label = words.field("", name);
                assert!(!label.to_lowercase().contains("cent"), "{label}");
            }
        }
    }
}
