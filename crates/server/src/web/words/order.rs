//! The order of names, as the languages sort them: umlauts beside their letters, capitals beside small ones, numbers by
//! their value.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use super::Words;

/// English and German have the root order of CLDR, which for German is that of DIN 5007-1.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::default();
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .map_err(|error| tracing::error!(%error, "names are sorted by their code points"))
        .ok()
});

impl Words {
    /// Which of two names comes first.
    pub(crate) fn order(one: &str, other: &str) -> Ordering {
        let order = COLLATOR.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
        // Names that a language does not tell apart still have one order.
        order.then_with(|| one.cmp(other))
    }

    /// Puts a list into the order of its names.
    pub(crate) fn sort<T>(list: &mut [T], name: impl Fn(&T) -> &str) {
        list.sort_by(|one, other| Self::order(name(one), name(other)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_people_do() {
        let mut names =
            ["Zoe", "Özil", "Oz", "adam", "Strasse 10", "Straße 9", "Adler", "Ärztehaus", "Osten"];
        Words::sort(&mut names, |name| name);
        assert_eq!(
            names,
            ["adam", "Adler", "Ärztehaus", "Osten", "Oz", "Özil", "Straße 9", "Strasse 10", "Zoe"]
        );
    }
}
