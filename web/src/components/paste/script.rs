//! Figures above and below the line, as characters of their own: Markdown has no other way to write 10² and H₂O.

/// What stands above the line.
pub(super) fn above(text: &str) -> String {
    let ordinal = ["st", "nd", "rd", "th", "er", "re", "e", "TM"].contains(&text);
    raised(text, upper).unwrap_or_else(|| {
        // What is raised by more than there are characters for; a mark such as [1] or ® says the same in the line.
        let power = !ordinal && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-*/.()".contains(c));
        if power && !text.is_empty() {
            format!("^{text}")
        } else {
            text.to_owned()
        }
    })
}

/// What stands below the line.
pub(super) fn below(text: &str) -> String {
    raised(text, lower).unwrap_or_else(|| text.to_owned())
}

fn raised(text: &str, each: fn(char) -> Option<char>) -> Option<String> {
    text.chars().map(each).collect()
}

const fn upper(character: char) -> Option<char> {
    Some(match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        '=' => '⁼',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        'i' => 'ⁱ',
        _ => return None,
    })
}

const fn lower(character: char) -> Option<char> {
    Some(match character {
        '0' => '₀',
        '1' => '₁',
        '2' => '₂',
        '3' => '₃',
        '4' => '₄',
        '5' => '₅',
        '6' => '₆',
        '7' => '₇',
        '8' => '₈',
        '9' => '₉',
        '+' => '₊',
        '-' | '−' | '–' => '₋',
        '=' => '₌',
        '(' => '₍',
        ')' => '₎',
        'a' => 'ₐ',
        'e' => 'ₑ',
        'i' => 'ᵢ',
        'j' => 'ⱼ',
        'k' => 'ₖ',
        'm' => 'ₘ',
        'n' => 'ₙ',
        'o' => 'ₒ',
        'p' => 'ₚ',
        't' => 'ₜ',
        'x' => 'ₓ',
        _ => return None,
    })
}
