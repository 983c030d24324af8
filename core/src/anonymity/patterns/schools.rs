//! Schools: after 任教于 and 我校（, and by what they are called.

use super::super::leak::{Hit, Leak};
use super::super::letters::{Gap, Letter, is_han, range, says};
use crate::catalog::identity::{CITIES, GENERIC, PLACES, SCHOOLS, STRONG_SCHOOLS, VAGUE};

/// After these a school's name follows.
const AT: [&str; 12] = [
    "所在的",
    "所在学校",
    "任教于",
    "任职于",
    "就职于",
    "供职于",
    "来自",
    "就读于",
    "工作于",
    "毕业于",
    "调入",
    "执教于",
];
/// Before a bracket that says which.
const OURS: [&str; 5] = ["我校", "本校", "我园", "本园", "我们学校"];
/// Behind 小学 these tell that a level is meant and no school.
const LEVEL: &str = "语数英科音美体德道思品阶段生课教低中高师";
/// A name does not begin with these.
const NO_NAME: &str = "不无有能会可应要将已曾正再又也都还只就更最很太";

pub(super) fn find(letters: &[Letter], hits: &mut Vec<Hit>) {
    for at in 0..letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        for phrase in AT.iter().filter(|phrase| says(rest, phrase)) {
            after(letters, at + phrase.chars().count(), hits);
        }
        for phrase in OURS.iter().filter(|phrase| says(rest, phrase)) {
            in_brackets(letters, at + phrase.chars().count(), hits);
        }
        // The longest that stands here, and not the end of a longer one.
        if let Some(school) = SCHOOLS.iter().find(|school| says(rest, school)) {
            named(letters, at, school, hits);
        }
        if rest.first().is_some_and(|letter| "小中".contains(letter.is)) {
            numbered(letters, at, hits);
        }
    }
}

fn text(letters: &[Letter], from: usize, until: usize) -> String {
    letters.iter().take(until).skip(from).map(|letter| letter.is).collect()
}

/// The name of a school within the next twenty letters.
fn after(letters: &[Letter], from: usize, hits: &mut Vec<Hit>) {
    let run = letters.iter().skip(from).take(20);
    let run = run
        .enumerate()
        .take_while(|(at, letter)| is_han(letter.is) && (*at == 0 || letter.gap < Gap::Line));
    let until = from + run.count();
    let near = text(letters, from, until);
    let Some(end) = SCHOOLS
        .iter()
        .filter_map(|school| Some(near.find(school)? + school.len()))
        .min()
    else {
        return;
    };
    let name = near.get(..end).unwrap_or_default();
    // 所在的学校 and 所在的某小学 name none.
    let own = SCHOOLS
        .iter()
        .find_map(|school| name.strip_suffix(school))
        .unwrap_or_default();
    if !own.is_empty() && !is_generic(own) && !own.contains(|letter| VAGUE.contains(letter)) {
        hits.push(Hit {
            own: true,
            ..Hit::new(range(letters, from, from + name.chars().count()), Leak::School)
        });
    }
}

/// 我校（晨光小学）.
fn in_brackets(letters: &[Letter], open: usize, hits: &mut Vec<Hit>) {
    if letters.get(open).is_none_or(|letter| letter.is != '(') {
        return;
    }
    let inside = letters.iter().skip(open + 1).take(24);
    let length = inside
        .take_while(|letter| letter.is != ')' && letter.gap < Gap::Line)
        .count();
    let name = text(letters, open + 1, open + 1 + length);
    let own = SCHOOLS.iter().find_map(|school| name.strip_suffix(school));
    if own.is_some_and(|own| !own.is_empty() && !is_generic(own)) {
        hits.push(Hit {
            own: true,
            ..Hit::new(range(letters, open + 1, open + 1 + length), Leak::School)
        });
    }
}

/// 晨光小学, 东湖实验学校, 市第三小学.
fn named(letters: &[Letter], at: usize, school: &str, hits: &mut Vec<Hit>) {
    let length = school.chars().count();
    let mut start = at;
    while start > 0 && at - start < 10 {
        let joined = letters.get(start).is_some_and(|letter| letter.gap < Gap::Line);
        let Some(before) = letters.get(start - 1).filter(|letter| joined && is_han(letter.is)) else {
            break;
        };
        let normal = before.is == '师' && letters.get(start).is_some_and(|next| "范大".contains(next.is));
        if normal {
            start -= 1;
            continue;
        }
        if VAGUE.contains(before.is) || "级任教园长班师员度".contains(before.is) {
            break;
        }
        start -= 1;
    }
    let own = text(letters, start, at);
    let after = letters
        .get(at + length)
        .filter(|letter| letter.gap < Gap::Line)
        .map(|letter| letter.is);
    if own.chars().count() < 2 || is_generic(&own) || own.starts_with(|first| NO_NAME.contains(first)) {
        return;
    }
    let placed = own.char_indices().skip(2).any(|(_, kind)| PLACES.contains(&kind))
        || CITIES.iter().any(|city| own.starts_with(city));
    let numbered = own.starts_with('第') || own.contains("第") && own.chars().count() < 6;
    let strong = STRONG_SCHOOLS.contains(&school);
    let level = !strong && after.is_some_and(|after| LEVEL.contains(after));
    let at = range(letters, start, at + length);
    if strong || placed && !level || numbered && !level && !own.ends_with(|end| "届期轮次节课章阶段".contains(end))
    {
        hits.push(Hit::new(at, Leak::School));
    } else if !level && own.chars().count() <= 4 && !matches!(school, "学院" | "书院" | "高中" | "初中" | "教学点")
    {
        hits.push(Hit::hint(at, Leak::School));
    }
}

/// 柳市一小, 实验二小. A small something else may be meant.
fn numbered(letters: &[Letter], at: usize, hits: &mut Vec<Hit>) {
    let ends = letters
        .get(at + 1)
        .is_none_or(|next| next.gap > Gap::None || !is_han(next.is) || "和与及".contains(next.is));
    let number = at.checked_sub(1).and_then(|at| letters.get(at));
    let Some(start) = at
        .checked_sub(3)
        .filter(|_| number.is_some_and(|number| "一二三四五六七八九十".contains(number.is)))
    else {
        return;
    };
    let name = letters.get(start..at - 1).unwrap_or_default();
    let plain = name
        .iter()
        .all(|letter| is_han(letter.is) && !VAGUE.contains(letter.is) && letter.is != '第');
    let joined = letters
        .get(start + 1..=at)
        .is_some_and(|inside| inside.iter().all(|letter| letter.gap == Gap::None));
    if ends && plain && joined {
        hits.push(Hit::hint(range(letters, start, at + 1), Leak::School));
    }
}

/// Whether many schools are called so: 农村小学, 附近的学校.
fn is_generic(own: &str) -> bool {
    if matches!(own, "大学" | "师大" | "师范" | "师范大学" | "高校") {
        return true;
    }
    let mut rest = own;
    // 农村寄宿制小学: every part says only what kind it is.
    while let Some(word) = GENERIC.split('|').find(|word| rest.ends_with(word)) {
        rest = rest.strip_suffix(word).unwrap_or_default();
        // A word of two characters settles it. One such as 大 or 区 may end a name.
        if rest.is_empty() || word.chars().count() > 1 {
            return true;
        }
    }
    rest.is_empty()
}
