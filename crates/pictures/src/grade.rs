//! The grades of findings: each a colour, a shape and a texture.

use crate::canvas::{Canvas, Rect};
use crate::paint::Paint;

/// The grade of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A major nonconformity: an oxblood square, solid bars.
    Major,
    /// A minor nonconformity: an ochre triangle, tinted bars.
    Minor,
    /// An opportunity for improvement: a blue-grey circle, outlined bars.
    Improvement,
    /// A good practice: a green diamond, bars in a broken outline.
    Good,
}

/// The words for the grades.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GradeWords {
    /// Major nonconformity.
    pub major: String,
    /// Minor nonconformity.
    pub minor: String,
    /// Opportunity for improvement.
    pub improvement: String,
    /// Good practice.
    pub good: String,
}

impl GradeWords {
    /// The word for a grade.
    #[must_use]
    pub fn of(&self, grade: Grade) -> &String {
        match grade {
            Grade::Major => &self.major,
            Grade::Minor => &self.minor,
            Grade::Improvement => &self.improvement,
            Grade::Good => &self.good,
        }
    }
}

impl Grade {
    /// From the gravest.
    pub const ALL: [Self; 4] = [Self::Major, Self::Minor, Self::Improvement, Self::Good];

    /// How its bars are painted.
    pub(crate) fn bar(self) -> Paint {
        match self {
            Self::Major => Paint::BarMajor,
            Self::Minor => Paint::BarMinor,
            Self::Improvement => Paint::BarImprovement,
            Self::Good => Paint::BarGood,
        }
    }

    /// How text on its bars is painted.
    pub(crate) fn on_bar(self) -> Paint {
        match self {
            Self::Major => Paint::Knockout,
            Self::Minor | Self::Improvement | Self::Good => Paint::Text,
        }
    }

    /// Draws its mark, some 9 units high, around a point.
    pub(crate) fn mark(self, canvas: &mut Canvas, (x, y): (f64, f64)) {
        match self {
            Self::Major => canvas.rect(Rect::new(x - 4.0, y - 4.0, 8.0, 8.0), Paint::MarkMajor),
            Self::Minor => {
                canvas.surface(&[(x - 5.0, y + 4.0), (x, y - 5.0), (x + 5.0, y + 4.0)], Paint::MarkMinor);
            }
            Self::Improvement => canvas.circle((x, y), 4.3, Paint::MarkImprovement),
            Self::Good => {
                canvas.surface(&[(x - 5.2, y), (x, y - 5.2), (x + 5.2, y), (x, y + 5.2)], Paint::MarkGood)
            }
        }
    }
}
