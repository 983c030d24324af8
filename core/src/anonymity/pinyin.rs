//! Whether a word in Latin letters may be Chinese.

/// Whether a word is made of syllables of Pinyin only.
pub(super) fn is_pinyin(word: &str) -> bool {
    // The longest syllable has six letters; where one ends the next begins.
    let mut reached = vec![false; word.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for from in 0..word.len() {
        if !reached.get(from).copied().unwrap_or(false) {
            continue;
        }
        for length in 1..=6 {
            if word.get(from..from + length).is_some_and(is_syllable)
                && let Some(end) = reached.get_mut(from + length)
            {
                *end = true;
            }
        }
    }
    !word.is_empty() && reached.last().copied().unwrap_or(false)
}

const FINALS: &str =
    "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang ue ui un uo v ve";

fn is_syllable(syllable: &str) -> bool {
    const ALONE: [&str; 12] = ["a", "ai", "an", "ang", "ao", "e", "en", "er", "o", "ou", "eng", "ei"];
    let initials = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
        "y", "w",
    ];
    let rest = initials.iter().find_map(|initial| syllable.strip_prefix(initial));
    ALONE.contains(&syllable) || rest.is_some_and(|rest| FINALS.split(' ').any(|known| known == rest))
}

#[cfg(test)]
mod tests {
    use super::is_pinyin;

    #[test]
    fn pinyin_is_told_from_english() {
        for word in ["xiaohe", "yunfan", "wenzhou", "lucheng", "chenguang", "ouyang", "xian"] {
            assert!(is_pinyin(word), "{word}");
        }
        for word in ["school", "york", "spring", "street", "primary", "", "smith"] {
            assert!(!is_pinyin(word), "{word}");
        }
    }
}
