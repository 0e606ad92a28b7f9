//! What things are painted with: one declaration, read as presentation attributes on paper and as a stylesheet on the web.

use std::fmt::Write;

/// A colour by its use, with its value on light and on dark ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Paper,
    Ink,
    Soft,
    Hair,
    Wash0,
    Wash1,
    Wash2,
    Wash3,
    Wash4,
    WashEdge,
    Oxblood,
    Ochre,
    OchreTint,
    Slate,
    Green,
}

impl Tone {
    const ALL: [Self; 15] = [
        Self::Paper,
        Self::Ink,
        Self::Soft,
        Self::Hair,
        Self::Wash0,
        Self::Wash1,
        Self::Wash2,
        Self::Wash3,
        Self::Wash4,
        Self::WashEdge,
        Self::Oxblood,
        Self::Ochre,
        Self::OchreTint,
        Self::Slate,
        Self::Green,
    ];

    /// Its name, its value on light ground and its value on dark ground.
    const fn values(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Paper => ("paper", "#ffffff", "#191714"),
            Self::Ink => ("ink", "#1f1c18", "#ece7dc"),
            Self::Soft => ("soft", "#655e54", "#aaa294"),
            Self::Hair => ("hair", "#c9c2b4", "#4a453d"),
            Self::Wash0 => ("wash-0", "#f7f4ee", "#211e1a"),
            Self::Wash1 => ("wash-1", "#efe9dd", "#2b2722"),
            Self::Wash2 => ("wash-2", "#e2d9c7", "#39342c"),
            Self::Wash3 => ("wash-3", "#d2c6ae", "#4a4338"),
            Self::Wash4 => ("wash-4", "#bcae92", "#5d5446"),
            Self::WashEdge => ("wash-edge", "#91846a", "#8d8069"),
            Self::Oxblood => ("oxblood", "#7a2e1d", "#dc8b75"),
            Self::Ochre => ("ochre", "#9c6a14", "#d9a84e"),
            Self::OchreTint => ("ochre-tint", "#f0dfb8", "#4c3d1c"),
            Self::Slate => ("slate", "#4f6478", "#97adc1"),
            Self::Green => ("green", "#3f6b46", "#8aba90"),
        }
    }
}

/// How a thing is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Text.
    Text,
    /// Text of lesser weight.
    Soft,
    /// Text that calls for an act.
    Alarm,
    /// Text on a solid ground.
    Knockout,
    /// The ground around text that lies on lines.
    Halo,
    /// The lines of a grid.
    Hair,
    /// The line from which things are measured, and ticks.
    Axis,
    /// A line of values.
    Line,
    /// A point of a line of values.
    Point,
    /// The line of today.
    Today,
    /// What is empty.
    Blank,
    /// What is planned: an outline.
    Outline,
    /// The outline of a mark.
    Ring,
    /// What is under way: tinted, in an outline.
    Underway,
    /// What was given up: a broken outline.
    Broken,
    /// What has been done: solid.
    Solid,
    /// The ground of a session.
    Session,
    /// A level from 0 to 4.
    Level(u8),
    /// A bar as long as a level is high.
    LevelBar,
    /// Hatching: overdue, clashing.
    Hatch,
    /// The ground under hatching.
    HatchGround,
    /// The mark of a major nonconformity.
    MarkMajor,
    /// The mark of a minor nonconformity.
    MarkMinor,
    /// The mark of an opportunity for improvement.
    MarkImprovement,
    /// The mark of a good practice.
    MarkGood,
    /// A bar of major nonconformities: solid.
    BarMajor,
    /// A bar of minor nonconformities: tinted, in an outline.
    BarMinor,
    /// A bar of opportunities for improvement: an outline.
    BarImprovement,
    /// A bar of good practices: a broken outline.
    BarGood,
}

/// What a [`Paint`] is made of.
struct Recipe {
    class: &'static str,
    fill: Option<Tone>,
    stroke: Option<(Tone, &'static str)>,
    dashes: Option<&'static str>,
}

const fn filled(class: &'static str, fill: Tone) -> Recipe {
    Recipe { class, fill: Some(fill), stroke: None, dashes: None }
}

const fn drawn(class: &'static str, stroke: Tone, width: &'static str) -> Recipe {
    Recipe { class, fill: None, stroke: Some((stroke, width)), dashes: None }
}

const fn both(class: &'static str, fill: Tone, stroke: Tone, width: &'static str) -> Recipe {
    Recipe { class, fill: Some(fill), stroke: Some((stroke, width)), dashes: None }
}

const fn broken(class: &'static str, stroke: Tone) -> Recipe {
    Recipe { class, fill: Some(Tone::Paper), stroke: Some((stroke, "1")), dashes: Some("3 2") }
}

impl Paint {
    const ALL: [Self; 33] = [
        Self::Text,
        Self::Soft,
        Self::Alarm,
        Self::Knockout,
        Self::Halo,
        Self::Hair,
        Self::Axis,
        Self::Line,
        Self::Point,
        Self::Today,
        Self::Blank,
        Self::Outline,
        Self::Ring,
        Self::Underway,
        Self::Broken,
        Self::Solid,
        Self::Session,
        Self::Level(0),
        Self::Level(1),
        Self::Level(2),
        Self::Level(3),
        Self::Level(4),
        Self::LevelBar,
        Self::Hatch,
        Self::HatchGround,
        Self::MarkMajor,
        Self::MarkMinor,
        Self::MarkImprovement,
        Self::MarkGood,
        Self::BarMajor,
        Self::BarMinor,
        Self::BarImprovement,
        Self::BarGood,
    ];

    const fn recipe(self) -> Recipe {
        match self {
            Self::Text => filled("text", Tone::Ink),
            Self::Soft => filled("soft", Tone::Soft),
            Self::Alarm => filled("alarm", Tone::Oxblood),
            Self::Knockout => filled("knockout", Tone::Paper),
            Self::Halo => drawn("halo", Tone::Paper, "3"),
            Self::Hair => drawn("hair", Tone::Hair, "0.6"),
            Self::Axis => drawn("axis", Tone::Soft, "0.8"),
            Self::Line => drawn("line", Tone::Ink, "1.1"),
            Self::Point => both("point", Tone::Paper, Tone::Ink, "1.1"),
            Self::Today => drawn("today", Tone::Oxblood, "1"),
            Self::Blank => both("blank", Tone::Paper, Tone::Hair, "0.6"),
            Self::Outline => both("outline", Tone::Paper, Tone::Soft, "0.8"),
            Self::Ring => both("ring", Tone::Paper, Tone::Soft, "0.9"),
            Self::Underway => both("underway", Tone::Wash3, Tone::Soft, "1"),
            Self::Broken => broken("broken", Tone::Soft),
            Self::Solid => both("solid", Tone::Soft, Tone::Soft, "1"),
            Self::Session => filled("session", Tone::Wash1),
            Self::Level(0) => filled("level-0", Tone::Wash0),
            Self::Level(1) => filled("level-1", Tone::Wash1),
            Self::Level(2) => filled("level-2", Tone::Wash2),
            Self::Level(3) => filled("level-3", Tone::Wash3),
            Self::Level(_) => filled("level-4", Tone::Wash4),
            Self::LevelBar => filled("level-bar", Tone::WashEdge),
            Self::Hatch => drawn("hatch", Tone::Oxblood, "0.8"),
            Self::HatchGround => both("hatch-ground", Tone::Paper, Tone::Oxblood, "0.8"),
            Self::MarkMajor => filled("mark grade-major", Tone::Oxblood),
            Self::MarkMinor => filled("mark grade-minor", Tone::Ochre),
            Self::MarkImprovement => filled("mark grade-improvement", Tone::Slate),
            Self::MarkGood => filled("mark grade-good", Tone::Green),
            Self::BarMajor => both("bar grade-major", Tone::Oxblood, Tone::Oxblood, "1"),
            Self::BarMinor => both("bar grade-minor", Tone::OchreTint, Tone::Ochre, "1"),
            Self::BarImprovement => both("bar grade-improvement", Tone::Paper, Tone::Slate, "1"),
            Self::BarGood => broken("bar grade-good", Tone::Green),
        }
    }

    /// The attribute that names the paint to the stylesheet.
    pub(crate) fn class(self) -> String {
        format!(" class=\"{}\"", self.recipe().class)
    }

    /// The attributes that paint without a stylesheet, on light ground.
    pub(crate) fn attributes(self) -> String {
        let recipe = self.recipe();
        let mut attributes = String::new();
        match recipe.fill {
            Some(tone) => put(&mut attributes, " fill=\"", tone.values().1),
            None => put(&mut attributes, " fill=\"", "none"),
        }
        if let Some((tone, width)) = recipe.stroke {
            put(&mut attributes, " stroke=\"", tone.values().1);
            put(&mut attributes, " stroke-width=\"", width);
        }
        if let Some(dashes) = recipe.dashes {
            put(&mut attributes, " stroke-dasharray=\"", dashes);
        }
        attributes
    }
}

fn put(attributes: &mut String, name: &str, value: &str) {
    attributes.push_str(name);
    attributes.push_str(value);
    attributes.push('"');
}

/// The stylesheet of the pictures drawn with [`Ink::Web`](crate::Ink::Web), for the site to serve as a file of its own. It paints by
/// `--picture-*` properties, with their values for light and dark ground; a site with a switch of its own sets them anew.
pub fn stylesheet() -> String {
    let mut css = String::from(
        "/* Made by assize-pictures. */\nsvg.picture { display: block; width: 100%; height: auto; min-width: 34rem; max-width: 60rem; }\nfigure:has(> svg.picture) { overflow-x: auto; }\n",
    );
    let _ = writeln!(css, ":root {{ {} }}", properties(|tone| tone.values().1));
    let dark = properties(|tone| tone.values().2);
    let _ = writeln!(css, "@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}");
    for paint in Paint::ALL {
        let recipe = paint.recipe();
        let fill =
            recipe.fill.map_or("none".to_owned(), |tone| format!("var(--picture-{})", tone.values().0));
        let _ = write!(css, "svg.picture .{} {{ fill: {fill};", recipe.class.replace(' ', "."));
        if let Some((tone, width)) = recipe.stroke {
            let _ = write!(css, " stroke: var(--picture-{}); stroke-width: {width};", tone.values().0);
        }
        if let Some(dashes) = recipe.dashes {
            let _ = write!(css, " stroke-dasharray: {dashes};");
        }
        css.push_str(" }\n");
    }
    css.push_str(
        "svg.picture a:focus-visible { outline: 2px solid var(--picture-ink); outline-offset: 1px; }\n",
    );
    css
}

fn properties(value: fn(Tone) -> &'static str) -> String {
    let list: Vec<String> =
        Tone::ALL.iter().map(|tone| format!("--picture-{}: {};", tone.values().0, value(*tone))).collect();
    list.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of WCAG 2.2 between two tones, on light and on dark ground.
    fn contrasts(one: Tone, other: Tone) -> [f64; 2] {
        let of = |one: &str, other: &str| {
            let (one, other) = (luminance(one), luminance(other));
            (one.max(other) + 0.05) / (one.min(other) + 0.05)
        };
        let ((_, light, dark), (_, other_light, other_dark)) = (one.values(), other.values());
        [of(light, other_light), of(dark, other_dark)]
    }

    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn text_can_be_read_and_marks_can_be_seen() {
        let text = [
            (Tone::Ink, Tone::Wash4),
            (Tone::Ink, Tone::OchreTint),
            (Tone::Ink, Tone::Wash3),
            (Tone::Soft, Tone::Wash1),
            (Tone::Soft, Tone::Paper),
            (Tone::Oxblood, Tone::Paper),
            (Tone::Paper, Tone::Soft),
        ];
        for (one, other) in text {
            for contrast in contrasts(one, other) {
                assert!(contrast >= 4.5, "{one:?} on {other:?}: {contrast}");
            }
        }
        for mark in [Tone::Ochre, Tone::Slate, Tone::Green] {
            for contrast in contrasts(mark, Tone::Paper) {
                assert!(contrast >= 3.0, "{mark:?}: {contrast}");
            }
        }
    }

    #[test]
    fn no_two_paints_have_one_class() {
        let mut classes: Vec<&str> = Paint::ALL.iter().map(|paint| paint.recipe().class).collect();
        classes.sort_unstable();
        let all = classes.len();
        classes.dedup();
        assert_eq!(classes.len(), all);
    }
}
