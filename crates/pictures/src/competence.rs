//! The competence of people: who has what the audits need, and until when.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::day::{Dates, Day};
use crate::figure::{self, Caption, Figure, Page, Table};
use crate::key::{Entry, key};
use crate::label::{self, LEADING, width};
use crate::paint::Paint;
use crate::scale::many;

/// The most people that are drawn.
pub const PEOPLE_MAX: usize = 40;
/// The most areas that are drawn.
pub const AREAS_MAX: usize = 14;

/// People against the areas or roles that they may be needed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceMatrix {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: CompetenceWords,
    /// The areas or roles, in order.
    pub areas: Vec<String>,
    /// The people, in order.
    pub people: Vec<CompetencePerson>,
}

/// The competence of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetencePerson {
    /// Their name.
    pub name: String,
    /// For each area what they have. One that is missing is missing competence; one too many is not looked at.
    pub cells: Vec<CompetenceCell>,
    /// Where more is said of them, on this site.
    pub href: Option<String>,
}

/// What a person has in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompetenceCell {
    /// Whether they are competent.
    pub state: CompetenceState,
    /// The day on which that ends, or on which it is to be reached.
    pub date: Option<Day>,
}

/// Whether a person is competent in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompetenceState {
    /// Competent: a solid circle.
    Competent,
    /// Competent, but not for long: a circle of which half is left.
    EndsSoon,
    /// Was competent, and is no longer: a cross.
    Lapsed,
    /// Missing: a dash.
    Missing,
    /// In development: an empty circle.
    InDevelopment,
}

/// The words of the competence matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompetenceWords {
    /// Head of the people.
    pub person: String,
    /// Competent.
    pub competent: String,
    /// Competent, and it ends soon.
    pub ends_soon: String,
    /// Was competent, and is no longer.
    pub lapsed: String,
    /// Missing.
    pub missing: String,
    /// In development.
    pub in_development: String,
    /// How days are written.
    pub dates: Dates,
}

const KIND: &str = "competence";
const NAME: f64 = 116.0;
const COLUMN_MAX: f64 = 110.0;
const HEAD_LINES: usize = 3;
const HEAD_MAX: f64 = 110.0;
const RADIUS: f64 = 4.6;
/// The room of a date beside its mark, or below it.
const DATE: f64 = 72.0;

impl CompetenceState {
    const ALL: [Self; 5] =
        [Self::Competent, Self::EndsSoon, Self::Lapsed, Self::InDevelopment, Self::Missing];

    fn word(self, words: &CompetenceWords) -> &String {
        match self {
            Self::Competent => &words.competent,
            Self::EndsSoon => &words.ends_soon,
            Self::Lapsed => &words.lapsed,
            Self::Missing => &words.missing,
            Self::InDevelopment => &words.in_development,
        }
    }

    fn mark(self, canvas: &mut Canvas, (x, y): (f64, f64)) {
        match self {
            Self::Competent => canvas.circle((x, y), RADIUS, Paint::Solid),
            Self::EndsSoon => {
                canvas.circle((x, y), RADIUS, Paint::Ring);
                canvas.left_half((x, y), RADIUS, Paint::MarkMinor);
            }
            Self::InDevelopment => canvas.circle((x, y), RADIUS, Paint::Ring),
            Self::Lapsed => {
                canvas.line((x - 3.6, y - 3.6), (x + 3.6, y + 3.6), Paint::Today);
                canvas.line((x - 3.6, y + 3.6), (x + 3.6, y - 3.6), Paint::Today);
            }
            Self::Missing => canvas.line((x - 4.0, y), (x + 4.0, y), Paint::Axis),
        }
    }
}

impl CompetenceCell {
    fn said(self, words: &CompetenceWords) -> String {
        let word = self.state.word(words);
        self.date.map_or_else(|| word.clone(), |date| format!("{word}, {}", words.dates.said(date)))
    }
}

impl CompetencePerson {
    fn cell(&self, column: usize) -> CompetenceCell {
        let missing = CompetenceCell { state: CompetenceState::Missing, date: None };
        self.cells.get(column).copied().unwrap_or(missing)
    }
}

/// How wide and high things are.
struct Layout {
    column: f64,
    row: f64,
    head: f64,
    upright: bool,
    dated: bool,
}

impl CompetenceMatrix {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.people.is_empty() || self.areas.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let layout = self.layout();
        self.area_names(&mut canvas, &layout);
        let mut y = layout.head + 8.0;
        let right = NAME + layout.column * many(self.areas.len().min(AREAS_MAX));
        for person in self.people.iter().take(PEOPLE_MAX) {
            canvas.line((0.0, y), (right, y), Paint::Hair);
            self.person(&mut canvas, &layout, y, person);
            y += layout.row;
        }
        canvas.line((0.0, y), (right, y), Paint::Hair);
        y += 8.0;
        y += self.legend(&mut canvas, y);
        let drawn = self.people.len().min(PEOPLE_MAX) * self.areas.len().min(AREAS_MAX);
        let left_out = self.people.len().saturating_mul(self.areas.len()) - drawn;
        y += figure::left_out(&mut canvas, y, &self.caption, left_out);
        figure::figure(canvas, KIND, &self.caption, y, self.table())
    }

    fn layout(&self) -> Layout {
        let areas = self.areas.iter().take(AREAS_MAX);
        let column = ((WIDTH - NAME) / many(areas.len())).min(COLUMN_MAX);
        let room = column - 6.0;
        let lines = areas.clone().map(|area| label::wrap(area, room, HEAD_LINES));
        let upright = areas.clone().zip(lines.clone()).any(|(area, lines)| lines.join(" ") != *area);
        let head = if upright {
            areas.map(|area| width(area)).fold(0.0, f64::max).min(HEAD_MAX)
        } else {
            many(lines.map(|lines| lines.len()).max().unwrap_or(1)) * LEADING
        };
        let dated = column >= DATE
            && self.people.iter().flat_map(|person| &person.cells).any(|cell| cell.date.is_some());
        Layout { column, row: if dated { 33.0 } else { 20.0 }, head, upright, dated }
    }

    fn area_names(&self, canvas: &mut Canvas, layout: &Layout) {
        for (column, area) in self.areas.iter().take(AREAS_MAX).enumerate() {
            let x = NAME + (many(column) + 0.5) * layout.column;
            if layout.upright {
                canvas.upright((x + 4.0, layout.head + 2.0), Anchor::Start, HEAD_MAX, Paint::Text, area);
                continue;
            }
            let lines = label::wrap(area, layout.column - 6.0, HEAD_LINES);
            let first = layout.head - LEADING * (many(lines.len()) - 1.0);
            for (line, words) in lines.iter().enumerate() {
                let y = first + many(line) * LEADING;
                canvas.text((x, y), Anchor::Middle, Paint::Text, words);
            }
        }
    }

    fn person(&self, canvas: &mut Canvas, layout: &Layout, y: f64, person: &CompetencePerson) {
        canvas.part(&person.name, person.href.as_deref(), |canvas| {
            let base = y + layout.row / 2.0 + 4.0;
            canvas.label((0.0, base), NAME - 8.0, Paint::Text, &person.name);
        });
        for (column, area) in self.areas.iter().take(AREAS_MAX).enumerate() {
            let cell = person.cell(column);
            let x = NAME + (many(column) + 0.5) * layout.column;
            let name = format!("{}, {area}: {}", person.name, cell.said(&self.words));
            canvas.part(&name, None, |canvas| {
                let date = cell.date.filter(|_| layout.dated);
                let middle = if date.is_some() { y + 10.0 } else { y + layout.row / 2.0 };
                cell.state.mark(canvas, (x, middle));
                if let Some(date) = date {
                    let soon = cell.state == CompetenceState::EndsSoon;
                    let paint = if soon { Paint::Text } else { Paint::Soft };
                    let date = self.words.dates.said(date);
                    canvas.text((x, y + 27.5), Anchor::Middle, paint, &date);
                }
            });
        }
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let signs = CompetenceState::ALL.map(|state| {
            let sign = move |canvas: &mut Canvas, rect: Rect| state.mark(canvas, rect.centre());
            (sign, state.word(&self.words).clone())
        });
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        key(canvas, top, &entries)
    }

    fn head(&self) -> Vec<String> {
        let mut head = vec![self.words.person.clone()];
        head.extend(self.areas.iter().cloned());
        head
    }

    fn table(&self) -> Table {
        let row = |person: &CompetencePerson| {
            let mut row = vec![person.name.clone()];
            row.extend((0..self.areas.len()).map(|column| person.cell(column).said(&self.words)));
            row
        };
        let rows = self.people.iter().map(row).collect();
        Table { caption: self.caption.title.clone(), head: self.head(), rows }
    }
}
