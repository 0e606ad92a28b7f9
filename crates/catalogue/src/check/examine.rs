//! The quality of a catalogue beyond its shape: copies, reading ease, spelling, sentences of standards, ids that disappear.

use std::cell::RefCell;
use std::collections::BTreeMap;

use assize_domain::kernel::said::say;

use super::released::Released;
use super::sentences::Sentences;
use super::spelling::WordList;
use super::{checked, copies, ease};
use crate::catalogue::{Catalogue, read_all};
use crate::limits::{EASE_MIN, PROSE_EASE_WORDS_MIN};
use crate::problem::{Place, Problem, Problems};
use crate::read::Prose;
use crate::words::RequirementKind;

/// The words, sentences and ids that a catalogue is examined by.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The words that may stand in it; none looks at no spelling.
    pub words: Option<WordList>,
    /// What must not be repeated.
    pub sentences: Sentences,
    /// The ids that must still be there.
    pub released: Option<Released>,
}

const WORDS: (&str, &str) = ("words.txt", include_str!("../../../../catalogue/words.txt"));
const SENTENCES: (&str, &str) = ("sentences.txt", include_str!("../../../../catalogue/sentences.txt"));
const RELEASED: (&str, &str) = ("released.txt", include_str!("../../../../catalogue/released.txt"));

impl Rules {
    /// Those of the house, for the built-in catalogue.
    ///
    /// # Errors
    /// Every fault of the lists; there is none, as a test of this crate sees to.
    pub fn house() -> Result<Self, Vec<Problem>> {
        Ok(Self {
            words: Some(WordList::parse(WORDS.0, WORDS.1)?),
            sentences: Sentences::parse(SENTENCES.0, SENTENCES.1)?,
            released: Some(Released::parse(RELEASED.0, RELEASED.1)?),
        })
    }

    /// Those of the house that hold for everybody's catalogue: the sentences alone.
    ///
    /// # Errors
    /// As [`Rules::house`].
    pub fn of_everybody() -> Result<Self, Vec<Problem>> {
        Ok(Self { words: None, released: None, ..Self::house()? })
    }
}

/// A catalogue and every problem with it.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The catalogue, without what could not be read.
    pub catalogue: Catalogue,
    /// Every problem, in the order of file and line.
    pub problems: Vec<Problem>,
}

impl Catalogue {
    /// Reads files as [`Catalogue::load`] does, and looks at their quality too.
    #[must_use]
    pub fn examine<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>, rules: &Rules) -> Examined {
        let problems = RefCell::new(Problems::default());
        let mut read = read_all(files, Prose::Kept(Vec::new()), &problems);
        let is_whole = problems.borrow().count() == 0;
        copies::check(&read.tests, &problems);
        let prose = read.prose.take();
        let catalogue = checked(read, None, &problems);
        easy(&prose, &problems);
        spelt(&prose, rules, &problems);
        own_words(&prose, &catalogue, rules, &problems);
        if let Some(released) = rules.released.as_ref().filter(|_| is_whole) {
            released.check(&catalogue).into_iter().for_each(|problem| problems.borrow_mut().push(problem));
        }
        Examined { catalogue, problems: problems.into_inner().into_sorted() }
    }
}

/// Each test and each trail reads easily enough as a whole.
fn easy(prose: &[(Place, String)], problems: &RefCell<Problems>) {
    let mut wholes: BTreeMap<(&str, &str), (&Place, Vec<&str>)> = BTreeMap::new();
    for (place, text) in prose {
        let whole = place.path.split_once("].").map_or("", |(whole, _)| whole);
        if whole.starts_with("test[") || whole.starts_with("trail[") {
            wholes.entry((&place.file, whole)).or_insert_with(|| (place, Vec::new())).1.push(text);
        }
    }
    for (place, texts) in wholes.values() {
        let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        let Some(ease) = ease::flesch(texts.iter().copied()).filter(|_| words >= PROSE_EASE_WORDS_MIN) else {
            continue;
        };
        if ease < EASE_MIN {
            let path = place.path.split_once("].").map_or(String::new(), |(whole, _)| format!("{whole}]"));
            let place = Place { path, ..(*place).clone() };
            let what = say!("has a reading ease of {ease}, less than {least}", ease, least = EASE_MIN);
            problems.borrow_mut().push(place.problem(what, "use shorter sentences and plainer words"));
        }
    }
}

fn spelt(prose: &[(Place, String)], rules: &Rules, problems: &RefCell<Problems>) {
    let Some(words) = &rules.words else { return };
    for (place, text) in prose {
        let unknown = words.unknown(text);
        if !unknown.is_empty() {
            let list: Vec<String> = unknown.iter().map(|word| format!("`{word}`")).collect();
            let what = say!("has words that are not on the list: {words}", words = list.join(", "));
            problems
                .borrow_mut()
                .push(place.problem(what, "mend the spelling, or add the word to words.txt after a look"));
        }
    }
}

/// No text repeats a sentence of a standard. The official short titles of clauses and controls are facts and may stand.
fn own_words(prose: &[(Place, String)], catalogue: &Catalogue, rules: &Rules, problems: &RefCell<Problems>) {
    if rules.sentences.is_empty() {
        return;
    }
    let titles = catalogue.sets().flat_map(|set| set.requirements());
    let titles = titles.filter(|requirement| requirement.kind != RequirementKind::Item);
    let titles =
        titles.fold(Sentences::default(), |all, requirement| all.and(Sentences::of(&requirement.title)));
    let sentences = rules.sentences.clone().without(&titles);
    for (place, text) in prose {
        if let Some(run) = sentences.repeated(text) {
            let what = say!("repeats a sentence of a standard: `{run}`", run);
            problems.borrow_mut().push(place.problem(what, "say it in words of your own"));
        }
    }
}
