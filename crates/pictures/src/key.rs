//! The key of a picture: what its marks mean, in words, from left to right.

use crate::canvas::{Canvas, Rect, WIDTH};
use crate::label::{LEADING, width};
use crate::paint::Paint;

/// A sign, drawn into the rectangle it is given, and its word.
pub(crate) struct Entry<'a> {
    pub(crate) sign: &'a dyn Fn(&mut Canvas, Rect),
    pub(crate) word: String,
}

/// The width of a sign.
const SIGN: f64 = 14.0;
const GAP: f64 = 18.0;
/// The most room a word gets.
const WORD: f64 = 200.0;

/// Draws the key with its upper border at `top`; gives its height.
pub(crate) fn key(canvas: &mut Canvas, top: f64, entries: &[Entry<'_>]) -> f64 {
    let line = LEADING + 4.0;
    let (mut x, mut y) = (0.0, top);
    for entry in entries {
        let room = width(&entry.word).min(WORD);
        if x > 0.0 && x + SIGN + 5.0 + room > WIDTH {
            (x, y) = (0.0, y + line);
        }
        (entry.sign)(canvas, Rect::new(x, y + 3.0, SIGN, 12.0));
        canvas.label((x + SIGN + 5.0, y + 13.0), WORD, Paint::Soft, &entry.word);
        x += SIGN + 5.0 + room + GAP;
    }
    y + line - top
}
