//! Numbers that lead to a person: telephones, identity cards, number plates, accounts.

use super::super::leak::{Hit, Leak};
use super::{Plain, at, bytes, stands};
use crate::catalog::identity::PLATES;

/// After these an account or a number of a card follows; with a colon, or if it has a digit in it.
const CUES: [&str; 34] = [
    "微信号",
    "微信id",
    "微信",
    "wechat id",
    "wechat",
    "weixin",
    "v信",
    "vx",
    "qq群号",
    "qq群",
    "qq号码",
    "qq号",
    "qq",
    "抖音号",
    "抖音",
    "小红书号",
    "快手号",
    "钉钉号",
    "钉钉群号",
    "公众号id",
    "学籍号",
    "全国学籍号",
    "学号",
    "工号",
    "考号",
    "准考证号",
    "身份证号码",
    "身份证号",
    "身份证",
    "护照号",
    "证件号码",
    "证件号",
    "教师资格证号",
    "卡号",
];
/// After these a short telephone number follows.
const CALLS: [&str; 14] = [
    "联系电话",
    "办公电话",
    "家庭电话",
    "电话号码",
    "电话",
    "座机",
    "手机号码",
    "手机号",
    "手机",
    "热线",
    "传真",
    "telephone",
    "phone",
    "tel",
];

pub(super) fn find(plain: &[Plain], hits: &mut Vec<Hit>) {
    let mut from = 0;
    while from < plain.len() {
        let until = number(plain, from);
        if let Some(until) = until {
            hits.push(Hit::new(bytes(plain, from, until), Leak::Number));
            from = until;
        } else {
            from += 1;
        }
    }
    for from in 0..plain.len() {
        if let Some((start, until)) = account(plain, from) {
            hits.push(Hit::new(bytes(plain, start, until), Leak::Number));
        }
    }
}

/// Where a number ends that tells on somebody by its form, if one begins here.
fn number(plain: &[Plain], from: usize) -> Option<usize> {
    let first = at(plain, from);
    if first.is_ascii_alphabetic()
        || !(first.is_ascii_digit() || "+(".contains(first) || is_han_digit(first) || PLATES.contains(first))
    {
        return None;
    }
    let before = from.checked_sub(1).map_or('\n', |index| at(plain, index));
    if before.is_ascii_alphanumeric() || before == '.' && from >= 2 && at(plain, from - 2).is_ascii_digit() {
        return None;
    }
    identity(plain, from)
        .or_else(|| mobile(plain, from))
        .or_else(|| landline(plain, from))
        .or_else(|| spoken(plain, from))
        .or_else(|| plate(plain, from))
}

/// Digits with at most one mark between two: how they are grouped, the digits, and where they end.
struct Digits {
    values: Vec<u8>,
    /// How many stand together, group by group.
    groups: Vec<usize>,
    /// Where each digit ends.
    ends: Vec<usize>,
}

fn digits(plain: &[Plain], from: usize, most: usize) -> Digits {
    let mut read = Digits {
        values: Vec::new(),
        groups: vec![0],
        ends: Vec::new(),
    };
    let mut index = from;
    while read.values.len() < most {
        let character = at(plain, index);
        if let Some(digit) = character.to_digit(10) {
            read.values.push(u8::try_from(digit).unwrap_or(0));
            if let Some(group) = read.groups.last_mut() {
                *group += 1;
            }
            read.ends.push(index + 1);
            index += 1;
        } else if !read.values.is_empty() && " -.·()".contains(character) {
            // One mark, or a mark and a space: “) 8”, “ - ”.
            let more = (index + 1..index + 4)
                .take_while(|index| " -()".contains(at(plain, *index)))
                .count();
            if !at(plain, index + 1 + more).is_ascii_digit() {
                break;
            }
            read.groups.push(0);
            index += 1 + more;
        } else {
            break;
        }
    }
    read
}

fn ends_there(plain: &[Plain], until: usize) -> bool {
    let next = at(plain, until);
    let then = at(plain, until + 1);
    !(next.is_ascii_alphanumeric() || matches!(next, '-' | '.') && then.is_ascii_digit())
}

/// An identity number of 18 places: a region, a day of birth, three figures and a check.
fn identity(plain: &[Plain], from: usize) -> Option<usize> {
    let read = digits(plain, from, 18);
    if read.values.len() < 17 || read.values.first() == Some(&0) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        read.values.get(range).map_or(0, |digits| {
            digits.iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
        })
    };
    let born = (1900..2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14));
    let seventeen = *read.ends.get(16)?;
    let gap = usize::from(at(plain, seventeen) == ' ');
    let until = match read.ends.get(17) {
        Some(end) => *end,
        None if matches!(at(plain, seventeen + gap), 'x' | 'X') => seventeen + gap + 1,
        None => return None,
    };
    (born && ends_there(plain, until)).then_some(until)
}

/// 138…, with +86 or 0086 before it, and with marks where people put them.
fn mobile(plain: &[Plain], from: usize) -> Option<usize> {
    let mut start = from;
    let mut country = false;
    for code in ["+86", "0086", "(+86)", "86"] {
        if stands(plain, from, code) {
            start += code.len();
            country = true;
            while matches!(at(plain, start), ' ' | '-' | ')') {
                start += 1;
            }
            break;
        }
    }
    let read = digits(plain, start, 11);
    let begins = read.values.first() == Some(&1) && read.values.get(1).is_some_and(|second| *second >= 3);
    if read.values.len() != 11 || !begins {
        // 86 may have been the beginning of something else.
        return None;
    }
    let until = *read.ends.last()?;
    let groups: Vec<usize> = read.groups.into_iter().filter(|group| *group > 0).collect();
    let usual = matches!(
        groups.as_slice(),
        [11] | [3, 8] | [7, 4] | [3, 4, 4] | [4, 4, 3] | [3, 3, 5] | [4, 3, 4] | [5, 6] | [6, 5]
    ) || groups.len() == 11;
    let called = CALLS
        .iter()
        .chain(&["微信", "联系"])
        .any(|cue| follows_cue(plain, from, cue));
    (ends_there(plain, until) && (usual || country || called)).then_some(until)
}

/// 0577-88001234, (010) 6500 1234, 400-800-1234.
fn landline(plain: &[Plain], from: usize) -> Option<usize> {
    let open = usize::from(at(plain, from) == '(');
    let mut start = from + open;
    for code in ["+86", "0086"] {
        if stands(plain, start, code) {
            start += code.len();
            while matches!(at(plain, start), ' ' | '-' | ')') {
                start += 1;
            }
            // Abroad the nought is left out.
            let read = digits(plain, start, 12);
            let until = *read.ends.last()?;
            return (read.values.len() >= 9 && ends_there(plain, until)).then_some(until);
        }
    }
    let read = digits(plain, start, 13);
    let until = *read.ends.last()?;
    let groups: Vec<usize> = read.groups.iter().copied().filter(|group| *group > 0).collect();
    let area = read.values.first() == Some(&0) && read.values.get(1).is_some_and(|second| *second > 0);
    let whole = (10..=12).contains(&read.values.len());
    let apart = groups.len() > 1 && groups.first().is_some_and(|area| (3..=4).contains(area));
    let together = groups.len() == 1 && read.values.len() >= 11;
    let service = matches!(read.values.as_slice(), [4 | 8, 0, 0, ..]) && read.values.len() == 10 && groups.len() > 1;
    // 7-8 digits by themselves are anything, but for what stands before them.
    let called =
        open == 0 && (7..=8).contains(&read.values.len()) && CALLS.iter().any(|cue| follows_cue(plain, from, cue));
    let sure = area && whole && (apart || together) || service || called;
    (sure && ends_there(plain, until)).then_some(until)
}

/// Whether this stands before here, with a colon, a space or 是 between.
fn follows_cue(plain: &[Plain], from: usize, cue: &str) -> bool {
    let mut end = from;
    while end > 0 && from - end < 4 && " :是为号码()".contains(at(plain, end - 1)) {
        end -= 1;
    }
    let count = cue.chars().count();
    (end..=from).any(|end| end.checked_sub(count).is_some_and(|start| stands(plain, start, cue)))
}

const HAN_DIGITS: &str = "〇零一幺二三四五六七八九";

fn is_han_digit(character: char) -> bool {
    HAN_DIGITS.contains(character)
}

/// 一三八〇〇〇〇〇〇〇〇.
fn spoken(plain: &[Plain], from: usize) -> Option<usize> {
    let begins = matches!(at(plain, from), '一' | '幺') && !"〇零一幺二两".contains(at(plain, from + 1));
    let count = plain
        .iter()
        .skip(from)
        .take_while(|(character, _)| is_han_digit(*character))
        .count();
    let before = from.checked_sub(1).is_some_and(|index| is_han_digit(at(plain, index)));
    (begins && count == 11 && !before).then_some(from + 11)
}

/// 浙C·12345, 浙AD12345.
fn plate(plain: &[Plain], from: usize) -> Option<usize> {
    if !PLATES.contains(at(plain, from)) || !at(plain, from + 1).is_ascii_uppercase() {
        return None;
    }
    let mut start = from + 2;
    while matches!(at(plain, start), ' ' | '·' | '•' | '-' | '.') && start < from + 4 {
        start += 1;
    }
    let mark = |character: &char| character.is_ascii_digit() || character.is_ascii_uppercase();
    let signs: Vec<char> = plain
        .iter()
        .skip(start)
        .take(7)
        .map(|(character, _)| *character)
        .take_while(|character| mark(character))
        .collect();
    let digits = signs.iter().filter(|character| character.is_ascii_digit()).count();
    let until = start + signs.len();
    let special = usize::from("学警港澳挂试".contains(at(plain, until)) && signs.len() == 4);
    ((5..=6).contains(&(signs.len() + special)) && digits >= 2 && ends_there(plain, until + special))
        .then_some(until + special)
}

/// An account or a card's number after what it is called: where it begins and ends.
fn account(plain: &[Plain], from: usize) -> Option<(usize, usize)> {
    let joined = from
        .checked_sub(1)
        .is_some_and(|index| at(plain, index).is_ascii_alphanumeric());
    let cue = CUES.iter().find(|cue| stands(plain, from, cue))?;
    if joined && cue.starts_with(|first: char| first.is_ascii()) {
        return None;
    }
    let mut start = from + cue.chars().count();
    let mut colon = false;
    while " :为是(“\"".contains(at(plain, start)) {
        colon |= at(plain, start) != ' ';
        start += 1;
    }
    let inside = |character: char| character.is_ascii_alphanumeric() || "_-@.".contains(character);
    let value: String = plain
        .iter()
        .skip(start)
        .map(|(character, _)| *character)
        .take_while(|character| inside(*character))
        .collect();
    let value = value.trim_end_matches(['.', '-']);
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let sure =
        value.len() >= 5 && (colon || digits >= 3 || value.contains('_')) || digits >= 4 && value.len() == digits;
    sure.then_some((start, start + value.len()))
}
