//! The code of conduct in the language of whoever reads: people accept what they have read.

use assize_domain::auditor::code::{PRINCIPLES, Principle};

use super::words::Words;

/// A principle of the code, as it is read.
pub(crate) struct Pledge {
    /// The principle's name.
    pub(crate) title: String,
    /// What is accepted.
    pub(crate) pledge: String,
    /// The clause, with its edition.
    pub(crate) clause: String,
}

/// The code as it reads now, principle by principle.
pub(crate) fn pledges(words: &Words) -> Vec<Pledge> {
    PRINCIPLES.iter().map(|principle| pledge(words, principle)).collect()
}

fn pledge(words: &Words, principle: &Principle) -> Pledge {
    let said = |of: &str, plain: &str| {
        words.maybe(&format!("{of}-{}", principle.key)).unwrap_or_else(|| plain.to_owned())
    };
    Pledge {
        title: said("Principle", principle.title),
        pledge: said("Pledge", principle.pledge),
        clause: format!("ISO 19011:2018 {}", principle.clause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn the_code_reads_as_the_law_has_it_and_german_has_all_of_it() {
        let (english, german) = (Words::new(Language::English, "UTC"), Words::new(Language::German, "UTC"));
        for principle in &PRINCIPLES {
            let (said, translated) = (pledge(&english, principle), pledge(&german, principle));
            assert_eq!((said.title.as_str(), said.pledge.as_str()), (principle.title, principle.pledge));
            assert_ne!(translated.pledge, principle.pledge, "{}", principle.key);
        }
    }
}
