//! How well a colour can be read on white paper, after WCAG 2.2: in whole numbers, so that every machine says the same.

use std::fmt;

use crate::kernel::said::{Arg, Tell};
use crate::kernel::text::Colour;

/// The light of each value of an sRGB channel, in millionths of the full.
#[rustfmt::skip]
const LIGHT: [u32; 256] = [
    0, 304, 607, 911, 1_214, 1_518, 1_821, 2_125, 2_428, 2_732, 3_035, 3_347, 3_677, 4_025, 4_391, 4_777,
    5_182, 5_605, 6_049, 6_512, 6_995, 7_499, 8_023, 8_568, 9_134, 9_721, 10_330, 10_960, 11_612, 12_286,
    12_983, 13_702, 14_444, 15_209, 15_996, 16_807, 17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153,
    24_158, 25_187, 26_241, 27_321, 28_426, 29_557, 30_713, 31_896, 33_105, 34_340, 35_601, 36_889, 38_204,
    39_546, 40_915, 42_311, 43_735, 45_186, 46_665, 48_172, 49_707, 51_269, 52_861, 54_480, 56_128, 57_805,
    59_511, 61_246, 63_010, 64_803, 66_626, 68_478, 70_360, 72_272, 74_214, 76_185, 78_187, 80_220, 82_283,
    84_376, 86_500, 88_656, 90_842, 93_059, 95_307, 97_587, 99_899, 102_242, 104_616, 107_023, 109_462,
    111_932, 114_435, 116_971, 119_538, 122_139, 124_772, 127_438, 130_136, 132_868, 135_633, 138_432,
    141_263, 144_128, 147_027, 149_960, 152_926, 155_926, 158_961, 162_029, 165_132, 168_269, 171_441,
    174_647, 177_888, 181_164, 184_475, 187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637,
    212_231, 215_861, 219_526, 223_228, 226_966, 230_740, 234_551, 238_398, 242_281, 246_201, 250_158,
    254_152, 258_183, 262_251, 266_356, 270_498, 274_677, 278_894, 283_149, 287_441, 291_771, 296_138,
    300_544, 304_987, 309_469, 313_989, 318_547, 323_143, 327_778, 332_452, 337_164, 341_914, 346_704,
    351_533, 356_400, 361_307, 366_253, 371_238, 376_262, 381_326, 386_429, 391_572, 396_755, 401_978,
    407_240, 412_543, 417_885, 423_268, 428_690, 434_154, 439_657, 445_201, 450_786, 456_411, 462_077,
    467_784, 473_531, 479_320, 485_150, 491_021, 496_933, 502_886, 508_881, 514_918, 520_996, 527_115,
    533_276, 539_479, 545_724, 552_011, 558_340, 564_712, 571_125, 577_580, 584_078, 590_619, 597_202,
    603_827, 610_496, 617_207, 623_960, 630_757, 637_597, 644_480, 651_406, 658_375, 665_387, 672_443,
    679_542, 686_685, 693_872, 701_102, 708_376, 715_694, 723_055, 730_461, 737_910, 745_404, 752_942,
    760_525, 768_151, 775_822, 783_538, 791_298, 799_103, 806_952, 814_847, 822_786, 830_770, 838_799,
    846_873, 854_993, 863_157, 871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582, 930_111,
    938_686, 947_307, 955_973, 964_686, 973_445, 982_251, 991_102, 1_000_000,
];

/// A ratio of contrast in hundredths: 450 is 4.5 to 1. It is cut off and not rounded up, as WCAG wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contrast(u32);

impl Contrast {
    /// The least for text of any size (WCAG 2.2 1.4.3).
    pub const TEXT: Self = Self(450);

    /// That of a colour on white.
    #[must_use]
    pub fn on_white(colour: &Colour) -> Self {
        let [red, green, blue] =
            colour.channels().map(|channel| u64::from(LIGHT.get(usize::from(channel)).copied().unwrap_or(0)));
        // In millionths of millionths: the weights stand in ten-thousandths.
        let luminance = (2_126 * red + 7_152 * green + 722 * blue) / 10_000;
        let ratio = 1_050_000 * 100 / (luminance + 50_000);
        Self(u32::try_from(ratio).unwrap_or(u32::MAX))
    }
}

impl fmt::Display for Contrast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Tell for Contrast {
    fn tell(&self) -> Arg {
        Arg::Text(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::t;

    #[test]
    fn contrast_is_what_wcag_says() {
        let said = |colour: &str| Contrast::on_white(&t(colour)).to_string();
        assert_eq!(said("#000000"), "21.00");
        assert_eq!(said("#ffffff"), "1.00");
        // The grey that just passes, and the one that just does not.
        assert_eq!(said("#767676"), "4.54");
        assert_eq!(said("#777777"), "4.47");
        assert!(
            Contrast::on_white(&t("#767676")) >= Contrast::TEXT
                && Contrast::on_white(&t("#777777")) < Contrast::TEXT
        );
    }
}
