//! The SVG as it is drawn: shapes, text and named parts, in the ink of the page.

use std::fmt::{self, Write};

use crate::figure::{Caption, Ink, Page};
use crate::label::{self, SIZE};
use crate::paint::Paint;

/// The width of every picture, in units: 40 of them are a centimetre where it is 16 cm wide.
pub(crate) const WIDTH: f64 = 640.0;

/// A rectangle; `x` and `y` are its upper left corner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Rect {
    pub(crate) fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// The rectangle that is smaller by `by` on every side.
    pub(crate) fn inset(self, by: f64) -> Self {
        Self::new(self.x + by, self.y + by, self.width - 2.0 * by, self.height - 2.0 * by)
    }

    pub(crate) fn centre(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// Where text stands to its point.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A coordinate: a tenth of a unit is as fine as it gets.
struct At(f64);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() / 10.0;
        // Negative zero is written as zero.
        write!(f, "{}", if tenths == 0.0 { 0.0 } else { tenths })
    }
}

/// What is being drawn.
pub(crate) struct Canvas {
    ink: Ink,
    prefix: String,
    body: String,
    links: bool,
}

impl Canvas {
    pub(crate) fn new(page: &Page) -> Self {
        let prefix = page
            .prefix
            .chars()
            .filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))
            .collect();
        Self { ink: page.ink, prefix, body: String::new(), links: false }
    }

    fn painted(&self, paint: Paint) -> String {
        match self.ink {
            Ink::Web => paint.class(),
            Ink::Print => paint.attributes(),
        }
    }

    fn put(&mut self, element: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.body.write_fmt(element);
    }

    pub(crate) fn rect(&mut self, rect: Rect, paint: Paint) {
        let painted = self.painted(paint);
        let Rect { x, y, width, height } = rect;
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{painted}/>",
            At(x),
            At(y),
            At(width),
            At(height)
        ));
    }

    /// A rectangle whose ends are round.
    pub(crate) fn pill(&mut self, rect: Rect, paint: Paint) {
        let painted = self.painted(paint);
        let Rect { x, y, width, height } = rect;
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{painted}/>",
            At(x),
            At(y),
            At(width),
            At(height),
            At(height / 2.0)
        ));
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        self.path(&[from, to], paint);
    }

    /// The line through the points.
    pub(crate) fn path(&mut self, points: &[(f64, f64)], paint: Paint) {
        let way = way(points);
        let painted = self.painted(paint);
        self.put(format_args!("<path d=\"{way}\"{painted}/>"));
    }

    /// The surface within the points.
    pub(crate) fn surface(&mut self, points: &[(f64, f64)], paint: Paint) {
        let way = way(points);
        let painted = self.painted(paint);
        self.put(format_args!("<path d=\"{way}Z\"{painted}/>"));
    }

    pub(crate) fn circle(&mut self, (x, y): (f64, f64), radius: f64, paint: Paint) {
        let painted = self.painted(paint);
        self.put(format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{painted}/>", At(x), At(y), At(radius)));
    }

    /// The left half of a disc.
    pub(crate) fn left_half(&mut self, (x, y): (f64, f64), radius: f64, paint: Paint) {
        let painted = self.painted(paint);
        self.put(format_args!(
            "<path d=\"M{} {}A{radius} {radius} 0 0 0 {} {}Z\"{painted}/>",
            At(x),
            At(y - radius),
            At(x),
            At(y + radius)
        ));
    }

    /// Hatches the rectangle: lines from lower left to upper right, cut at its borders, on a ground of their own.
    pub(crate) fn hatch(&mut self, rect: Rect) {
        const STEP: f64 = 5.0;
        const LINES: usize = 400;
        self.rect(rect, Paint::HatchGround);
        let mut d = String::new();
        let mut offset = STEP;
        for _ in 0..LINES {
            if offset >= rect.width + rect.height {
                break;
            }
            let down = offset.min(rect.height);
            let right = offset.min(rect.width);
            d.push_str(&way(&[
                (rect.x + offset - down, rect.y + down),
                (rect.x + right, rect.y + offset - right),
            ]));
            offset += STEP;
        }
        if !d.is_empty() {
            let painted = self.painted(Paint::Hatch);
            self.put(format_args!("<path d=\"{d}\"{painted}/>"));
        }
    }

    /// Text as it is; its length is the caller's business. `y` is the base line.
    pub(crate) fn text(&mut self, at: (f64, f64), anchor: Anchor, paint: Paint, text: &str) {
        self.set(at, anchor, "", paint, text);
    }

    fn set(&mut self, (x, y): (f64, f64), anchor: Anchor, turn: &str, paint: Paint, text: &str) {
        let painted = self.painted(paint);
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let text = label::escape(text);
        self.put(format_args!("<text x=\"{}\" y=\"{}\"{anchor}{turn}{painted}>{text}</text>", At(x), At(y)));
    }

    /// A label from `at` to the right, cut to `room`; whole in a title where it was cut.
    pub(crate) fn label(&mut self, at: (f64, f64), room: f64, paint: Paint, text: &str) {
        self.cut(at, Anchor::Start, room, "", paint, text);
    }

    /// A label whose middle, or whose end, is at `at`.
    pub(crate) fn label_at(&mut self, at: (f64, f64), anchor: Anchor, room: f64, paint: Paint, text: &str) {
        self.cut(at, anchor, room, "", paint, text);
    }

    /// A label that is read upwards from `at`.
    pub(crate) fn upright(&mut self, at: (f64, f64), anchor: Anchor, room: f64, paint: Paint, text: &str) {
        let turn = format!(" transform=\"rotate(-90 {} {})\"", At(at.0), At(at.1));
        self.cut(at, anchor, room, &turn, paint, text);
    }

    fn cut(&mut self, at: (f64, f64), anchor: Anchor, room: f64, turn: &str, paint: Paint, text: &str) {
        let fitted = label::fit(text, room);
        if fitted == text {
            self.set(at, anchor, turn, paint, text);
        } else {
            self.part(text, None, |canvas| canvas.set(at, anchor, turn, paint, &fitted));
        }
    }

    /// Two pieces of text after each other, the second of lesser weight, on a ground that keeps lines away.
    pub(crate) fn pair(&mut self, (x, y): (f64, f64), first: &str, second: &str) {
        let (strong, soft) = (self.painted(Paint::Text), self.painted(Paint::Soft));
        let halo = self.painted(Paint::Halo);
        let (first, second) = (label::escape(first), label::escape(second));
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" paint-order=\"stroke\"{halo}><tspan{strong}>{first}</tspan>\
             <tspan dx=\"5\"{soft}>{second}</tspan></text>",
            At(x),
            At(y)
        ));
    }

    /// A part of the picture with a name, and on the web with a link if there is one to a place of this site.
    pub(crate) fn part(&mut self, name: &str, href: Option<&str>, draw: impl FnOnce(&mut Self)) {
        let link = href.filter(|href| self.ink == Ink::Web && of_this_site(href));
        let name = label::escape(name);
        match link {
            Some(href) => {
                self.links = true;
                let href = href_escaped(href);
                self.put(format_args!("<a href=\"{href}\" aria-label=\"{name}\"><title>{name}</title>"));
                draw(self);
                self.body.push_str("</a>");
            }
            None => {
                self.put(format_args!("<g><title>{name}</title>"));
                draw(self);
                self.body.push_str("</g>");
            }
        }
    }

    /// The whole SVG, `height` units high.
    pub(crate) fn finish(self, kind: &str, caption: &Caption, height: f64) -> String {
        let Self { ink, prefix, body, links } = self;
        // What is within an image is not read out, links among it; so a picture with links is a group.
        let role = if links { "group" } else { "img" };
        let class = match ink {
            Ink::Web => format!(" class=\"picture {kind}\""),
            Ink::Print => " font-family=\"Libertinus Serif, serif\"".to_owned(),
        };
        let (title, description) = (label::escape(&caption.title), label::escape(&caption.description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 0 {} {}\"{class} font-size=\"{SIZE}\" role=\"{role}\" \
             aria-labelledby=\"picture-{prefix}-title picture-{prefix}-description\">\
             <title id=\"picture-{prefix}-title\">{title}</title>\
             <desc id=\"picture-{prefix}-description\">{description}</desc>{body}</svg>",
            At(WIDTH + 2.0),
            At(height)
        )
    }
}

fn way(points: &[(f64, f64)]) -> String {
    let mut way = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let _ = write!(way, "{}{} {}", if place == 0 { "M" } else { "L" }, At(*x), At(*y));
    }
    way
}

/// Whether a link stays on this site: a path, a query or a fragment, and neither another host nor a scheme.
fn of_this_site(href: &str) -> bool {
    let local =
        (href.starts_with('/') && !href.starts_with("//")) || href.starts_with('?') || href.starts_with('#');
    local && href.len() <= HREF_BYTES_MAX && href.chars().all(|sign| sign.is_ascii_graphic() && sign != '\\')
}

/// A link longer than this is not drawn.
const HREF_BYTES_MAX: usize = 2000;

fn href_escaped(href: &str) -> String {
    href.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stays_on_this_site() {
        for href in ["/audits/1?tab=a&b=\"c\"", "#x", "?y=1"] {
            assert!(of_this_site(href), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://x",
            "",
            "/a b",
            "/\u{7f}",
        ] {
            assert!(!of_this_site(href), "{href}");
        }
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!([At(1.0).to_string(), At(1.26).to_string(), At(-0.01).to_string()], ["1", "1.3", "0"]);
    }
}
