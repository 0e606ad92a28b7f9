//! The coverage of criteria: clauses against units, a panel for each year.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::{LEADING, width};
use crate::paint::Paint;
use crate::scale::many;

/// The most clauses that are drawn: as many as a page of A4 holds.
pub const CLAUSES_MAX: usize = 54;
/// The most units that are drawn.
pub const UNITS_MAX: usize = 24;
/// The most years that are drawn.
pub const YEARS_MAX: usize = 6;

/// What was planned and tested, by clause, unit and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: CoverageWords,
    /// The clauses, in order.
    pub clauses: Vec<String>,
    /// The units, in order.
    pub units: Vec<String>,
    /// The years, each a panel.
    pub years: Vec<CoverageYear>,
}

/// A year of the coverage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageYear {
    /// Its name.
    pub label: String,
    /// For each clause the cells of the units. A cell that is missing is not planned; one too many is not looked at.
    pub cells: Vec<Vec<CoverageCell>>,
}

/// What happened to a clause at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageCell {
    /// Whether it was planned and tested.
    pub state: CoverageState,
    /// How deeply it was tested, from 0 to 4; more is drawn as 4.
    pub level: u8,
    /// How much was done, tests for instance.
    pub count: u32,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// Whether a clause was planned and tested at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageState {
    /// Not planned: empty.
    NotPlanned,
    /// Planned: an outline.
    Planned,
    /// Tested: a ground as dark, and a bar at its foot as long, as the level is high.
    Tested,
    /// Tested, with findings: the same with an oxblood square.
    Findings,
}

/// The words of the coverage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoverageWords {
    /// Head of the clauses.
    pub clause: String,
    /// Head of the years.
    pub year: String,
    /// What the level is.
    pub level: String,
    /// What the count is.
    pub count: String,
    /// Not planned.
    pub not_planned: String,
    /// Planned.
    pub planned: String,
    /// Tested.
    pub tested: String,
    /// Tested, with findings.
    pub findings: String,
}

const NOT_PLANNED: &CoverageCell =
    &CoverageCell { state: CoverageState::NotPlanned, level: 0, count: 0, href: None };
const KIND: &str = "coverage";
const ROW: f64 = 15.0;
const PANEL_GAP: f64 = 14.0;
const CELL_MIN: f64 = 15.0;
const CELL_MAX: f64 = 34.0;
/// The height of the bar that says the level, at the foot of a cell.
const LEVEL_BAR: f64 = 1.5;
const HEAD_MAX: f64 = 170.0;

impl CoverageCell {
    fn said(&self, words: &CoverageWords) -> String {
        let state = match self.state {
            CoverageState::NotPlanned => &words.not_planned,
            CoverageState::Planned => &words.planned,
            CoverageState::Tested => &words.tested,
            CoverageState::Findings => &words.findings,
        };
        let done = matches!(self.state, CoverageState::Tested | CoverageState::Findings);
        if done || self.count > 0 || self.level > 0 {
            format!("{state}, {} {}, {} {}", words.count, self.count, words.level, self.level)
        } else {
            state.clone()
        }
    }

    fn draw(&self, canvas: &mut Canvas, rect: Rect) {
        let inner = rect.inset(0.5);
        match self.state {
            CoverageState::NotPlanned => canvas.rect(inner, Paint::Blank),
            CoverageState::Planned => canvas.rect(rect.inset(2.5), Paint::Outline),
            CoverageState::Tested | CoverageState::Findings => {
                let level = self.level.min(4);
                canvas.rect(inner, Paint::Level(level));
                let part = inner.width * f64::from(level) / 4.0;
                if level > 0 {
                    let bar = Rect::new(inner.x, inner.y + inner.height - LEVEL_BAR, part, LEVEL_BAR);
                    canvas.rect(bar, Paint::LevelBar);
                }
            }
        }
        let (x, y) = rect.centre();
        let findings = self.state == CoverageState::Findings;
        if findings {
            let side = 5.0;
            canvas.rect(Rect::new(inner.x + inner.width - side, inner.y, side, side), Paint::MarkMajor);
        }
        if self.count > 0 {
            let shift = if findings && rect.width < 24.0 { 2.0 } else { 0.0 };
            canvas.label_at(
                (x - shift, y + 4.0),
                Anchor::Middle,
                rect.width - 1.0,
                Paint::Text,
                &self.count.to_string(),
            );
        }
    }
}

/// Where the panels stand.
struct Layout {
    label: f64,
    cell: f64,
    panels_per_band: usize,
    /// The height of the units' names; they are read upwards if they have no room beside each other.
    head: f64,
    upright: bool,
}

impl Coverage {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.clauses.is_empty() || self.units.is_empty() || self.years.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let layout = self.layout();
        let years: Vec<&CoverageYear> = self.years.iter().take(YEARS_MAX).collect();
        let rows = self.clauses.len().min(CLAUSES_MAX);
        let mut top = 0.0;
        for band in years.chunks(layout.panels_per_band) {
            let first_row = top + LEADING + layout.head + 6.0;
            self.clause_names(&mut canvas, &layout, first_row);
            let mut x = layout.label;
            for year in band {
                self.panel(&mut canvas, &layout, (x, top), year);
                x += layout.cell * many(self.units.len().min(UNITS_MAX)) + PANEL_GAP;
            }
            top = first_row + many(rows) * ROW + 14.0;
        }
        top += self.legend(&mut canvas, top);
        let drawn = rows * self.units.len().min(UNITS_MAX) * years.len();
        let all = self.clauses.len().saturating_mul(self.units.len()).saturating_mul(self.years.len());
        top += figure::left_out(&mut canvas, top, &self.caption, all - drawn);
        figure::figure(canvas, KIND, &self.caption, top, self.table())
    }

    fn layout(&self) -> Layout {
        let widest = |labels: &[String], most: usize| {
            labels.iter().take(most).map(|label| width(label)).fold(0.0, f64::max)
        };
        let units = many(self.units.len().min(UNITS_MAX));
        let label = (widest(&self.clauses, CLAUSES_MAX) + 10.0).clamp(40.0, 190.0);
        let years = self.years.len().clamp(1, YEARS_MAX);
        let cell_of = |panels: usize| {
            let gaps = PANEL_GAP * (many(panels) - 1.0);
            (WIDTH - label - gaps) / (many(panels) * units)
        };
        let panels_per_band = (1..=years).rev().find(|panels| cell_of(*panels) >= CELL_MIN).unwrap_or(1);
        let cell = cell_of(panels_per_band).min(CELL_MAX);
        let widest_unit = widest(&self.units, UNITS_MAX);
        let upright = widest_unit + 4.0 > cell;
        let head = if upright { widest_unit.min(HEAD_MAX) } else { LEADING };
        Layout { label, cell, panels_per_band, head, upright }
    }

    fn clause_names(&self, canvas: &mut Canvas, layout: &Layout, first_row: f64) {
        for (row, clause) in self.clauses.iter().take(CLAUSES_MAX).enumerate() {
            let y = first_row + many(row) * ROW + 11.5;
            canvas.label((0.0, y), layout.label - 8.0, Paint::Text, clause);
        }
    }

    fn panel(&self, canvas: &mut Canvas, layout: &Layout, (left, top): (f64, f64), year: &CoverageYear) {
        let panel = layout.cell * many(self.units.len().min(UNITS_MAX));
        canvas.label((left, top + 12.0), panel, Paint::Text, &year.label);
        let base = top + LEADING + layout.head + 2.0;
        for (column, unit) in self.units.iter().take(UNITS_MAX).enumerate() {
            let x = left + (many(column) + 0.5) * layout.cell;
            if layout.upright {
                canvas.upright((x + 4.0, base), Anchor::Start, layout.head, Paint::Soft, unit);
            } else {
                canvas.label_at((x, base), Anchor::Middle, layout.cell, Paint::Soft, unit);
            }
        }
        for (row, clause) in self.clauses.iter().take(CLAUSES_MAX).enumerate() {
            for (column, unit) in self.units.iter().take(UNITS_MAX).enumerate() {
                let cell = year.cell(row, column);
                let rect = Rect::new(
                    left + many(column) * layout.cell,
                    base + 4.0 + many(row) * ROW,
                    layout.cell,
                    ROW,
                );
                let name = format!("{}, {clause}, {unit}: {}", year.label, cell.said(&self.words));
                canvas.part(&name, cell.href.as_deref(), |canvas| cell.draw(canvas, rect));
            }
        }
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let words = &self.words;
        let state = |state: CoverageState| {
            let level = if state == CoverageState::NotPlanned { 0 } else { 2 };
            CoverageCell { state, level, count: 0, href: None }
        };
        let cells = [
            (state(CoverageState::NotPlanned), words.not_planned.clone()),
            (state(CoverageState::Planned), words.planned.clone()),
            (state(CoverageState::Tested), words.tested.clone()),
            (state(CoverageState::Findings), words.findings.clone()),
        ];
        let levels = (0..=4).map(|level| {
            let word = if level == 0 { format!("{} 0", words.level) } else { level.to_string() };
            (CoverageCell { level, ..state(CoverageState::Tested) }, word)
        });
        let signs: Vec<_> = cells
            .into_iter()
            .chain(levels)
            .map(|(cell, word)| (move |canvas: &mut Canvas, rect: Rect| cell.draw(canvas, rect), word))
            .collect();
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        key(canvas, top, &entries)
    }

    fn head(&self) -> Vec<String> {
        let mut head = heads(&[&self.words.year, &self.words.clause]);
        head.extend(self.units.iter().cloned());
        head
    }

    fn table(&self) -> Table {
        let mut rows = Vec::new();
        for year in &self.years {
            for (row, clause) in self.clauses.iter().enumerate() {
                let mut cells = vec![year.label.clone(), clause.clone()];
                cells.extend((0..self.units.len()).map(|column| year.cell(row, column).said(&self.words)));
                rows.push(cells);
            }
        }
        Table { caption: self.caption.title.clone(), head: self.head(), rows }
    }
}

impl CoverageYear {
    fn cell(&self, row: usize, column: usize) -> &CoverageCell {
        self.cells.get(row).and_then(|cells| cells.get(column)).unwrap_or(NOT_PLANNED)
    }
}
