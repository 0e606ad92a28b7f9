//! The sites of an auditee as a map without ground: a column for each clock, from west to east, and in it what stands there.
//!
//! Nothing is fetched to draw it, and nothing is guessed: the record says of a site its address and its time zone, and the order
//! of the clocks is the order in which remote sessions can be held.

use crate::canvas::{Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::{self, LEADING};
use crate::paint::Paint;
use crate::scale::many;

/// The most time zones that stand beside each other; others go below.
pub const ZONES_BESIDE_MAX: usize = 4;
/// The most sites that are drawn.
pub const SITES_MAX: usize = 60;

/// Sites by the clocks they keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteMap {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: SiteWords,
    /// The time zones, from west to east.
    pub zones: Vec<SiteZone>,
}

/// A time zone with its sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteZone {
    /// Its name.
    pub name: String,
    /// How far it is from UTC, in words.
    pub offset: String,
    /// Its sites, in order.
    pub sites: Vec<SiteMark>,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteMark {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// A place, or an environment.
    pub kind: SiteMarkKind,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// What a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteMarkKind {
    /// A place: a solid square.
    Physical,
    /// An environment reached over a network: an empty circle.
    Virtual,
}

/// The words of this picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteWords {
    /// Head of the time zones.
    pub zone: String,
    /// Head of the sites.
    pub site: String,
    /// Head of the places.
    pub place: String,
    /// Head of the kinds.
    pub kind: String,
    /// A place.
    pub physical: String,
    /// An environment.
    pub virtual_place: String,
}

const KIND: &str = "sites";
const HEAD: f64 = 36.0;
const SITE: f64 = 40.0;
const INDENT: f64 = 18.0;

impl SiteMarkKind {
    const ALL: [Self; 2] = [Self::Physical, Self::Virtual];

    fn word(self, words: &SiteWords) -> &String {
        match self {
            Self::Physical => &words.physical,
            Self::Virtual => &words.virtual_place,
        }
    }

    fn mark(self, canvas: &mut Canvas, (x, y): (f64, f64)) {
        match self {
            Self::Physical => canvas.rect(Rect::new(x - 4.5, y - 4.5, 9.0, 9.0), Paint::Solid),
            Self::Virtual => canvas.circle((x, y), 4.8, Paint::Ring),
        }
    }
}

impl SiteZone {
    fn said(&self) -> String {
        format!("{} ({})", self.name, self.offset)
    }
}

impl SiteMap {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        let sites: usize = self.zones.iter().map(|zone| zone.sites.len()).sum();
        if sites == 0 {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let mut left = SITES_MAX;
        let mut y = 0.0;
        for zones in self.zones.chunks(ZONES_BESIDE_MAX) {
            let columns = many(zones.len().max(2));
            let column = WIDTH / columns;
            let mut deepest = 0;
            for (place, zone) in zones.iter().enumerate() {
                let drawn = zone.sites.len().min(left);
                left -= drawn;
                deepest = deepest.max(drawn);
                self.zone(&mut canvas, (many(place) * column, y), column - 14.0, zone, drawn);
            }
            y += HEAD + many(deepest) * SITE + 10.0;
        }
        y += self.legend(&mut canvas, y);
        y += figure::left_out(&mut canvas, y, &self.caption, sites.saturating_sub(SITES_MAX));
        figure::figure(canvas, KIND, &self.caption, y, self.table())
    }

    fn zone(&self, canvas: &mut Canvas, (x, y): (f64, f64), room: f64, zone: &SiteZone, drawn: usize) {
        canvas.label((x, y + 13.0), room, Paint::Text, &zone.name);
        canvas.label((x, y + 13.0 + LEADING), room, Paint::Soft, &zone.offset);
        canvas.line((x, y + HEAD - 3.0), (x + room, y + HEAD - 3.0), Paint::Axis);
        let bottom = y + HEAD + many(drawn) * SITE;
        canvas.line((x + 5.0, y + HEAD - 3.0), (x + 5.0, bottom), Paint::Hair);
        for (place, site) in zone.sites.iter().take(drawn).enumerate() {
            let top = y + HEAD + many(place) * SITE;
            let kind = site.kind.word(&self.words);
            let name = format!("{}, {kind}, {}, {}", site.name, site.place, zone.said());
            canvas.part(&name, site.href.as_deref(), |canvas| {
                site.kind.mark(canvas, (x + 5.0, top + 12.0));
                let room = room - INDENT;
                let first = label::fit(&site.name, room);
                canvas.label((x + INDENT, top + 16.0), room, Paint::Text, &first);
                let second = label::fit(&site.place, room);
                canvas.label((x + INDENT, top + 16.0 + LEADING), room, Paint::Soft, &second);
            });
        }
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let signs = SiteMarkKind::ALL.map(|kind| {
            let sign = move |canvas: &mut Canvas, rect: Rect| kind.mark(canvas, rect.centre());
            (sign, kind.word(&self.words).clone())
        });
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        key(canvas, top, &entries)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[&words.zone, &words.site, &words.place, &words.kind])
    }

    fn table(&self) -> Table {
        let rows = self.zones.iter().flat_map(|zone| {
            zone.sites.iter().map(|site| {
                let kind = site.kind.word(&self.words).clone();
                vec![zone.said(), site.name.clone(), site.place.clone(), kind]
            })
        });
        Table { caption: self.caption.title.clone(), head: self.head(), rows: rows.collect() }
    }
}
