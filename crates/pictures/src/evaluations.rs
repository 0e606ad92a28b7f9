//! Evaluations of audit tests by section of the criteria.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::width;
use crate::paint::Paint;
use crate::scale::{many, real};

/// The most sections that are drawn.
pub const SECTIONS_MAX: usize = 30;

/// What the tests of each section came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluations {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: EvaluationsWords,
    /// The sections, in the order in which they are drawn.
    pub sections: Vec<SectionEvaluations>,
}

/// What the tests of a section came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionEvaluations {
    /// Its number and short name.
    pub label: String,
    /// Tests that showed conformity.
    pub conform: u32,
    /// Tests that showed nonconformity.
    pub fail: u32,
    /// Tests that do not apply.
    pub not_applicable: u32,
    /// Tests that were not carried out.
    pub not_audited: u32,
    /// Tests without an evaluation.
    pub open: u32,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// The words of the evaluations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvaluationsWords {
    /// Head of the sections.
    pub section: String,
    /// Conforms.
    pub conform: String,
    /// Does not conform.
    pub fail: String,
    /// Not applicable.
    pub not_applicable: String,
    /// Not audited.
    pub not_audited: String,
    /// Open.
    pub open: String,
    /// All tests of a section.
    pub total: String,
}

const KIND: &str = "evaluations";
const ROW: f64 = 21.0;
const NAME: f64 = 150.0;
const TOTAL: f64 = 36.0;
const PLOT: f64 = WIDTH - NAME - TOTAL;

/// An evaluation, as its bars are painted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Conform,
    Fail,
    NotApplicable,
    NotAudited,
    Open,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Conform, Self::Fail, Self::NotApplicable, Self::NotAudited, Self::Open];

    fn count(self, section: &SectionEvaluations) -> u32 {
        match self {
            Self::Conform => section.conform,
            Self::Fail => section.fail,
            Self::NotApplicable => section.not_applicable,
            Self::NotAudited => section.not_audited,
            Self::Open => section.open,
        }
    }

    fn word(self, words: &EvaluationsWords) -> &String {
        match self {
            Self::Conform => &words.conform,
            Self::Fail => &words.fail,
            Self::NotApplicable => &words.not_applicable,
            Self::NotAudited => &words.not_audited,
            Self::Open => &words.open,
        }
    }

    /// Its bar, and the paint of text on it.
    fn bar(self, canvas: &mut Canvas, rect: Rect) {
        match self {
            Self::Conform => canvas.rect(rect, Paint::Underway),
            Self::Fail => canvas.rect(rect, Paint::BarMajor),
            Self::NotApplicable => canvas.rect(rect, Paint::Broken),
            Self::NotAudited => canvas.rect(rect, Paint::Outline),
            Self::Open => canvas.hatch(rect),
        }
    }
}

impl Evaluations {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        let most = self.sections.iter().map(total).max().unwrap_or(0);
        if most == 0 {
            let mut figure = figure::empty(KIND, &self.caption, self.head(), page);
            figure.table = self.table();
            return figure;
        }
        let mut canvas = Canvas::new(page);
        let top = self.legend(&mut canvas) + 8.0;
        let drawn: Vec<&SectionEvaluations> = self.sections.iter().take(SECTIONS_MAX).collect();
        for (row, section) in drawn.iter().enumerate() {
            self.row(&mut canvas, top + many(row) * ROW, section, most);
        }
        let mut bottom = top + many(drawn.len()) * ROW + 4.0;
        canvas.line((NAME, top), (NAME, bottom - 4.0), Paint::Axis);
        let left_out = self.sections.len() - drawn.len();
        bottom += figure::left_out(&mut canvas, bottom, &self.caption, left_out);
        figure::figure(canvas, KIND, &self.caption, bottom, self.table())
    }

    fn row(&self, canvas: &mut Canvas, top: f64, section: &SectionEvaluations, most: u64) {
        canvas.part(&self.said(section), section.href.as_deref(), |canvas| {
            canvas.label((0.0, top + 14.5), NAME - 8.0, Paint::Text, &section.label);
            let mut x = NAME;
            for kind in Kind::ALL {
                let count = kind.count(section);
                let broad = real(count.into()) / real(most) * PLOT;
                if count > 0 {
                    kind.bar(canvas, Rect::new(x + 0.75, top + 3.0, (broad - 1.5).max(0.75), 14.0));
                    let text = count.to_string();
                    // On hatching nothing can be read; the table has the number.
                    if kind != Kind::Open && width(&text) + 4.0 <= broad {
                        let on = if kind == Kind::Fail { Paint::Knockout } else { Paint::Text };
                        canvas.text((x + broad / 2.0, top + 14.5), Anchor::Middle, on, &text);
                    }
                }
                x += broad;
            }
            canvas.text((x + 6.0, top + 14.5), Anchor::Start, Paint::Soft, &total(section).to_string());
        });
    }

    fn said(&self, section: &SectionEvaluations) -> String {
        let counted = Kind::ALL.iter().filter(|kind| kind.count(section) > 0);
        let counted: Vec<String> =
            counted.map(|kind| format!("{} {}", kind.word(&self.words), kind.count(section))).collect();
        format!("{}: {}", section.label, counted.join(", "))
    }

    fn legend(&self, canvas: &mut Canvas) -> f64 {
        let used = Kind::ALL.into_iter().filter(|kind| self.sections.iter().any(|one| kind.count(one) > 0));
        let signs: Vec<_> = used
            .map(|kind| {
                let sign = move |canvas: &mut Canvas, rect: Rect| kind.bar(canvas, rect.inset(1.0));
                (sign, kind.word(&self.words).clone())
            })
            .collect();
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        key(canvas, 0.0, &entries)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[
            &words.section,
            &words.conform,
            &words.fail,
            &words.not_applicable,
            &words.not_audited,
            &words.open,
            &words.total,
        ])
    }

    fn table(&self) -> Table {
        let row = |section: &SectionEvaluations| {
            let mut row = vec![section.label.clone()];
            row.extend(Kind::ALL.iter().map(|kind| kind.count(section).to_string()));
            row.push(total(section).to_string());
            row
        };
        Table {
            caption: self.caption.title.clone(),
            head: self.head(),
            rows: self.sections.iter().map(row).collect(),
        }
    }
}

fn total(section: &SectionEvaluations) -> u64 {
    Kind::ALL.iter().map(|kind| u64::from(kind.count(section))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ink;

    fn drawn(sections: Vec<SectionEvaluations>) -> Figure {
        let caption = Caption { empty: "nothing".to_owned(), ..Caption::default() };
        let words = EvaluationsWords { conform: "Conforms".to_owned(), ..EvaluationsWords::default() };
        let page = Page { ink: Ink::Print, prefix: "e".to_owned() };
        Evaluations { caption, words, sections }.figure(&page)
    }

    #[test]
    fn every_section_has_its_bars_and_its_row() {
        let section = |label: &str, conform| SectionEvaluations {
            label: label.to_owned(),
            conform,
            fail: 1,
            ..SectionEvaluations::default()
        };
        let figure = drawn(vec![section("6 Planning", 7), section("A.8", 40)]);
        assert!(figure.svg.contains("6 Planning") && figure.svg.contains(">40</text>"), "{}", figure.svg);
        assert_eq!(
            figure.table.rows,
            [["6 Planning", "7", "1", "0", "0", "0", "8"], ["A.8", "40", "1", "0", "0", "0", "41"]]
        );
    }

    #[test]
    fn nothing_and_too_much_are_said() {
        assert!(drawn(Vec::new()).svg.contains("nothing"));
        let one = SectionEvaluations { conform: u32::MAX, open: u32::MAX, ..SectionEvaluations::default() };
        let figure = drawn(vec![one; SECTIONS_MAX + 2]);
        assert!(figure.svg.contains(": 2</text>") && figure.table.rows.len() == SECTIONS_MAX + 2);
    }
}
