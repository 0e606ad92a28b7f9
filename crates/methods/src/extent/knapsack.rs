//! The choice of greatest value that fits, found exactly.

/// Something to choose: its value and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) value: u64,
    pub(crate) size: usize,
}

/// The greatest value that fits into `room`, and which pieces make it up, by index.
///
/// Of several best choices the one that leaves out the later pieces. Takes time and room of pieces x room.
pub(crate) fn best(pieces: &[Piece], room: usize) -> (u64, Vec<usize>) {
    let all: usize = pieces.iter().map(|piece| piece.size).sum();
    let room = room.min(all);
    let mut values = vec![0_u64; room + 1];
    let mut taken: Vec<Vec<bool>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let before = values.clone();
        let mut takes = vec![false; room + 1];
        let with = before.iter().map(|value| value + piece.value);
        let places = values.iter_mut().zip(takes.iter_mut()).skip(piece.size);
        for ((value, take), with) in places.zip(with) {
            if with > *value {
                *value = with;
                *take = true;
            }
        }
        taken.push(takes);
    }
    let mut left = room;
    let mut chosen = Vec::new();
    for (index, (piece, takes)) in pieces.iter().zip(&taken).enumerate().rev() {
        if takes.get(left).copied().unwrap_or(false) {
            chosen.push(index);
            left = left.saturating_sub(piece.size);
        }
    }
    chosen.reverse();
    (values.last().copied().unwrap_or(0), chosen)
}

/// The greatest value that fits if pieces could be cut: no choice is worth more.
pub(crate) fn bound(pieces: &[Piece], room: usize) -> u64 {
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    sorted.sort_by(|a, b| {
        let (left, right) = (u128::from(a.value) * b.size as u128, u128::from(b.value) * a.size as u128);
        right.cmp(&left)
    });
    let mut left = room;
    let mut value = 0_u64;
    for piece in sorted {
        if piece.size <= left {
            left -= piece.size;
            value += piece.value;
        } else {
            let part = u128::from(piece.value) * left as u128 / piece.size.max(1) as u128;
            return value + u64::try_from(part).unwrap_or(u64::MAX);
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_choice_is_better(sizes in prop::collection::vec((1_u64..30, 1_usize..12), 0..10), room in 0_usize..60) {
            let pieces: Vec<Piece> = sizes.iter().map(|(value, size)| Piece { value: *value, size: *size }).collect();
            let (value, chosen) = best(&pieces, room);
            let sum: u64 = chosen.iter().map(|index| pieces[*index].value).sum();
            let size: usize = chosen.iter().map(|index| pieces[*index].size).sum();
            prop_assert_eq!(sum, value);
            prop_assert!(size <= room);
            let mut most = 0;
            for mask in 0_u32..1 << pieces.len() {
                let picked = || pieces.iter().enumerate().filter(|(index, _)| mask >> index & 1 == 1);
                if picked().map(|(_, piece)| piece.size).sum::<usize>() <= room {
                    most = most.max(picked().map(|(_, piece)| piece.value).sum());
                }
            }
            prop_assert_eq!(value, most);
            prop_assert!(bound(&pieces, room) >= most);
        }
    }
}
