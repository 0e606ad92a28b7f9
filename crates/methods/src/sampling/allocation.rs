//! A sample shared out among strata in proportion to their sizes.

/// One share: the whole part, and the remainder over the total.
struct Share {
    stratum: usize,
    whole: u64,
    remainder: u64,
}

/// Shares `sample` out in proportion to `sizes`, by largest remainder: each stratum gets the whole part of `sample x size / total`, and what is left goes
/// to the largest remainders, of equal ones to the stratum that comes first. No share is above its size where `sample` is not above the total.
pub(crate) fn proportional(sample: u32, sizes: &[u32]) -> Vec<u32> {
    let total: u64 = sizes.iter().map(|size| u64::from(*size)).sum::<u64>().max(1);
    let mut shares: Vec<Share> = sizes
        .iter()
        .enumerate()
        .map(|(stratum, size)| {
            let product = u64::from(sample) * u64::from(*size);
            Share { stratum, whole: product / total, remainder: product % total }
        })
        .collect();
    let given: u64 = shares.iter().map(|share| share.whole).sum();
    let left = usize::try_from(u64::from(sample).saturating_sub(given)).unwrap_or(0);
    shares.sort_by(|one, other| other.remainder.cmp(&one.remainder).then(one.stratum.cmp(&other.stratum)));
    for share in shares.iter_mut().take(left) {
        share.whole += 1;
    }
    shares.sort_by_key(|share| share.stratum);
    shares.into_iter().map(|share| u32::try_from(share.whole).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_decide_who_gets_the_rest() {
        assert_eq!(proportional(10, &[50, 30, 20]), [5, 3, 2]);
        assert_eq!(proportional(10, &[33, 33, 34]), [3, 3, 4]);
        assert_eq!(proportional(1, &[1, 1, 1]), [1, 0, 0], "equal remainders: the first");
        assert_eq!(proportional(3, &[1, 1, 1]), [1, 1, 1]);
        assert_eq!(proportional(0, &[4, 5]), [0, 0]);
        assert_eq!(proportional(5, &[]), [0u32; 0]);
    }
}
