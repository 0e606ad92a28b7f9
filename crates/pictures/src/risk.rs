//! Risks by likelihood and consequence, and opportunities apart from them.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::label::{self, LEADING};
use crate::paint::Paint;
use crate::scale::many;

/// The most risks, and the most opportunities, that are drawn.
pub const ITEMS_MAX: usize = 40;
/// The scales of likelihood and consequence go from 1 to this.
pub const SCALE_MAX: u8 = 5;

/// The risks and opportunities of a programme, or of an auditee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskMatrix {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: RiskWords,
    /// The risks and opportunities, in any order. One outside the scales is not drawn.
    pub items: Vec<RiskItem>,
}

/// A risk or an opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskItem {
    /// The number by which the picture names it.
    pub number: u32,
    /// What might happen.
    pub label: String,
    /// Risk or opportunity.
    pub kind: RiskKind,
    /// How likely it is, from 1 to 5.
    pub likelihood: u8,
    /// How much it would matter, from 1 to 5.
    pub consequence: u8,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// Risk or opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskKind {
    /// A risk: its number in round ends.
    Risk,
    /// An opportunity: its number in a square.
    Opportunity,
}

/// The words of the risk matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskWords {
    /// Head of the numbers.
    pub number: String,
    /// Head of the kinds.
    pub kind: String,
    /// Head of what might happen.
    pub item: String,
    /// A risk.
    pub risk: String,
    /// An opportunity.
    pub opportunity: String,
    /// Likelihood.
    pub likelihood: String,
    /// Consequence.
    pub consequence: String,
    /// The steps of likelihood, from the least.
    pub likelihoods: [String; 5],
    /// The steps of consequence, from the least.
    pub consequences: [String; 5],
}

const KIND: &str = "risks";
const GUTTER: f64 = 16.0;
const PANEL: f64 = (WIDTH - GUTTER) / 2.0;
const STEPS: f64 = 62.0;
const CELL: f64 = (PANEL - STEPS) / 5.0;
const CELL_HEIGHT: f64 = 44.0;
const TOP: f64 = 36.0;
const CHIP: f64 = 22.0;
const CHIP_HEIGHT: f64 = 16.0;
const CHIPS_PER_ROW: usize = 2;
const CHIPS_MAX: usize = 4;
const AXIS: f64 = 40.0;
const LINE: f64 = 19.0;

impl RiskKind {
    const ALL: [Self; 2] = [Self::Risk, Self::Opportunity];

    fn word(self, words: &RiskWords) -> &String {
        match self {
            Self::Risk => &words.risk,
            Self::Opportunity => &words.opportunity,
        }
    }

    fn chip(self, canvas: &mut Canvas, at: (f64, f64), text: &str) {
        let rect = Rect::new(at.0, at.1, CHIP, CHIP_HEIGHT);
        match self {
            Self::Risk => canvas.pill(rect, Paint::Ring),
            Self::Opportunity => canvas.rect(rect, Paint::Ring),
        }
        let middle = (at.0 + CHIP / 2.0, at.1 + 12.2);
        canvas.label_at(middle, Anchor::Middle, CHIP + 2.0, Paint::Text, text);
    }
}

/// The name of a step of likelihood on two lines at most, around a base line.
fn step_name(canvas: &mut Canvas, (x, base): (f64, f64), name: &str) {
    let lines = label::wrap(name, STEPS - 15.0, 2);
    let first = base - (many(lines.len()) - 1.0) * LEADING / 2.0;
    canvas.part(name, None, |canvas| {
        for (place, line) in lines.iter().enumerate() {
            canvas.text((x, first + many(place) * LEADING), Anchor::Start, Paint::Soft, line);
        }
    });
}

impl RiskItem {
    fn is_on_scale(&self) -> bool {
        (1..=SCALE_MAX).contains(&self.likelihood) && (1..=SCALE_MAX).contains(&self.consequence)
    }
}

impl RiskMatrix {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        let items = self.in_order();
        if items.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let kinds: Vec<(RiskKind, Vec<&RiskItem>)> = RiskKind::ALL
            .into_iter()
            .map(|kind| {
                let drawn = |item: &&RiskItem| item.kind == kind && item.is_on_scale();
                (kind, items.iter().copied().filter(drawn).take(ITEMS_MAX).collect::<Vec<_>>())
            })
            .filter(|(_, drawn)| !drawn.is_empty())
            .collect();
        let mut bottom: f64 = 0.0;
        let alone = kinds.len() == 1;
        for (place, (kind, drawn)) in kinds.iter().enumerate() {
            let left = many(place) * (PANEL + GUTTER);
            let end = self.panel(&mut canvas, left, *kind, drawn);
            let (x, y) = if alone { (PANEL + GUTTER, TOP) } else { (left, end) };
            bottom = bottom.max(end).max(self.list(&mut canvas, (x, y), drawn));
        }
        let drawn: usize = kinds.iter().map(|(_, drawn)| drawn.len()).sum();
        bottom += figure::left_out(&mut canvas, bottom, &self.caption, items.len() - drawn);
        figure::figure(canvas, KIND, &self.caption, bottom, self.table(&items))
    }

    fn in_order(&self) -> Vec<&RiskItem> {
        let mut items: Vec<&RiskItem> = self.items.iter().collect();
        items.sort_by_key(|item| (item.kind, item.number));
        items
    }

    /// A matrix with its axes; gives where it ends.
    fn panel(&self, canvas: &mut Canvas, left: f64, kind: RiskKind, items: &[&RiskItem]) -> f64 {
        let words = &self.words;
        canvas.label((left, 13.0), PANEL, Paint::Text, kind.word(words));
        canvas.label((left, 30.0), PANEL, Paint::Soft, &format!("↑ {}", words.likelihood));
        let grid = left + STEPS;
        let bottom = TOP + 5.0 * CELL_HEIGHT;
        for step in 1..=SCALE_MAX {
            let place = usize::from(step - 1);
            let y = bottom - (f64::from(step) - 0.5) * CELL_HEIGHT;
            let x = grid + (f64::from(step) - 0.5) * CELL;
            let likelihood = words.likelihoods.get(place).map_or("", String::as_str);
            canvas.text((left, y + 4.0), Anchor::Start, Paint::Soft, &step.to_string());
            step_name(canvas, (left + 11.0, y + 4.0), likelihood);
            let consequence = words.consequences.get(place).map_or("", String::as_str);
            canvas.text((x, bottom + 14.0), Anchor::Middle, Paint::Soft, &step.to_string());
            canvas.label_at((x, bottom + 27.0), Anchor::Middle, CELL, Paint::Soft, consequence);
        }
        let axis = format!("{} →", words.consequence);
        canvas.label_at((left + PANEL, bottom + AXIS + 1.0), Anchor::End, PANEL, Paint::Soft, &axis);
        for likelihood in 1..=SCALE_MAX {
            for consequence in 1..=SCALE_MAX {
                let rect = Rect::new(
                    grid + f64::from(consequence - 1) * CELL,
                    bottom - f64::from(likelihood) * CELL_HEIGHT,
                    CELL,
                    CELL_HEIGHT,
                );
                canvas.rect(rect, Paint::Blank);
                let here: Vec<&RiskItem> = items
                    .iter()
                    .copied()
                    .filter(|item| item.likelihood == likelihood && item.consequence == consequence)
                    .collect();
                self.cell(canvas, rect, &here);
            }
        }
        bottom + AXIS + 12.0
    }

    /// The numbers in a cell; where they have no room, the last place says how many more there are.
    fn cell(&self, canvas: &mut Canvas, rect: Rect, items: &[&RiskItem]) {
        let shown = if items.len() > CHIPS_MAX { CHIPS_MAX - 1 } else { items.len() };
        let more = items.len() - shown;
        let places = shown + usize::from(more > 0);
        let rows = places.div_ceil(CHIPS_PER_ROW).max(1);
        let place = |number: usize| {
            let (row, column) = (number / CHIPS_PER_ROW, number % CHIPS_PER_ROW);
            let in_row = (places - row * CHIPS_PER_ROW).min(CHIPS_PER_ROW);
            let (x, y) = rect.centre();
            let left = x - (many(in_row) * (CHIP + 1.5) - 1.5) / 2.0;
            let top = y - (many(rows) * (CHIP_HEIGHT + 3.0) - 3.0) / 2.0;
            (left + many(column) * (CHIP + 1.5), top + many(row) * (CHIP_HEIGHT + 3.0))
        };
        for (number, item) in items.iter().take(shown).enumerate() {
            canvas.part(&self.said(item), None, |canvas| {
                item.kind.chip(canvas, place(number), &item.number.to_string());
            });
        }
        if more > 0 {
            let (x, y) = place(shown);
            let text = format!("+{more}");
            canvas.label_at((x + CHIP / 2.0, y + 12.2), Anchor::Middle, CHIP + 2.0, Paint::Soft, &text);
        }
    }

    /// The numbers with what they stand for; gives where the list ends.
    fn list(&self, canvas: &mut Canvas, (left, top): (f64, f64), items: &[&RiskItem]) -> f64 {
        let mut y = top;
        for item in items {
            canvas.part(&self.said(item), item.href.as_deref(), |canvas| {
                item.kind.chip(canvas, (left, y), &item.number.to_string());
                canvas.label((left + CHIP + 7.0, y + 12.2), PANEL - CHIP - 7.0, Paint::Text, &item.label);
            });
            y += LINE;
        }
        y + LEADING / 2.0
    }

    fn said(&self, item: &RiskItem) -> String {
        let words = &self.words;
        format!(
            "{} {}: {}, {} {}, {} {}",
            item.kind.word(words),
            item.number,
            item.label,
            words.likelihood,
            item.likelihood,
            words.consequence,
            item.consequence
        )
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[&words.kind, &words.number, &words.item, &words.likelihood, &words.consequence])
    }

    fn table(&self, items: &[&RiskItem]) -> Table {
        let step = |step: u8, names: &[String; 5]| {
            let name = step.checked_sub(1).and_then(|place| names.get(usize::from(place)));
            name.map_or_else(|| step.to_string(), |name| format!("{step} {name}"))
        };
        let row = |item: &&RiskItem| {
            vec![
                item.kind.word(&self.words).clone(),
                item.number.to_string(),
                item.label.clone(),
                step(item.likelihood, &self.words.likelihoods),
                step(item.consequence, &self.words.consequences),
            ]
        };
        Table {
            caption: self.caption.title.clone(),
            head: self.head(),
            rows: items.iter().map(row).collect(),
        }
    }
}
