//! A class, in the ways it is written.

use super::letters::spelled;

/// 三（2）班 is 三2班, 三年级2班, 三年级（二）班, 302班 and so on. A class called otherwise has one form.
pub(super) fn forms(class: &str) -> Vec<String> {
    let class: String = spelled(class).into_iter().collect();
    let mut forms = vec![class.clone()];
    let Some((grade, number)) = parts(&class) else {
        return forms;
    };
    let grades: Vec<String> = match grade {
        7..=9 => vec![han(grade), grade.to_string(), format!("初{}", han(grade - 6))],
        10..=12 => vec![format!("高{}", han(grade - 9))],
        _ => vec![han(grade), grade.to_string()],
    };
    let mut numbers = vec![number.to_string(), han(number)];
    if number < 10 {
        numbers.push(format!("0{number}"));
    }
    for grade in &grades {
        for number in &numbers {
            for between in ["", "年级", "年", "."] {
                forms.push(format!("{grade}{between}({number})班"));
                // 32班 is the class 32 of somewhere.
                if !between.is_empty() || grade.starts_with(|sign: char| !sign.is_ascii()) {
                    forms.push(format!("{grade}{between}{number}班"));
                }
            }
        }
    }
    if grade < 10 {
        forms.push(format!("{grade}{number:02}班"));
    }
    forms.push(format!("grade{grade}class{number}"));
    forms.push(format!("grade{grade},class{number}"));
    forms.push(format!("class{number},grade{grade}"));
    forms.push(format!("class{number}grade{grade}"));
    forms.push(format!("class{grade}({number})"));
    forms
}

/// Grade and number, both from 1.
fn parts(class: &str) -> Option<(usize, usize)> {
    let class = class.strip_suffix('班').unwrap_or(class);
    let (above, class) = match class.chars().next()? {
        '初' => (6, class.strip_prefix('初')?),
        '高' => (9, class.strip_prefix('高')?),
        _ => (0, class),
    };
    let apart = |character: char| "()年级.-".contains(character);
    let mut pieces = class.split(apart).filter(|piece| !piece.is_empty());
    let (first, second) = (pieces.next()?, pieces.next());
    if pieces.next().is_some() {
        return None;
    }
    let (grade, number) = match second {
        Some(second) => (value(first)?, value(second)?),
        // 302, 三2, 三二.
        None => {
            let first_length = first.chars().next()?.len_utf8();
            let (grade, number) = first.split_at(first_length);
            (value(grade)?, value(number)?)
        }
    };
    ((1..=12).contains(&(grade + above)) && (1..=60).contains(&number)).then_some((grade + above, number))
}

const DIGITS: &str = "零一二三四五六七八九十";

/// 2, 02, 二, 十二.
fn value(text: &str) -> Option<usize> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |character: char| DIGITS.chars().position(|known| known == character);
    let digits: Option<Vec<usize>> = text.chars().map(digit).collect();
    match digits?.as_slice() {
        [one] => Some(*one),
        [10, one] => Some(10 + one),
        [tens, 10] => Some(tens * 10),
        [tens, 10, one] => Some(tens * 10 + one),
        _ => None,
    }
}

fn han(number: usize) -> String {
    let digit = |number: usize| DIGITS.chars().nth(number).map(String::from).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, one) => digit(one),
        (1, 0) => "十".into(),
        (1, one) => format!("十{}", digit(one)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, one) => format!("{}十{}", digit(tens), digit(one)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_read_in_its_forms() {
        for (class, told) in [
            ("三（2）班", Some((3, 2))),
            ("302班", Some((3, 2))),
            ("三年级二班", Some((3, 2))),
            ("3.2班", Some((3, 2))),
            ("初一（12）班", Some((7, 12))),
            ("高二3班", Some((11, 3))),
            ("七（十二）班", Some((7, 12))),
            ("向日葵班", None),
            ("三班", None),
            ("", None),
            ("班", None),
            ("0班", None),
        ] {
            let class: String = spelled(class).into_iter().collect();
            assert_eq!(parts(&class), told, "{class}");
        }
        for form in ["三(2)班", "三2班", "三年级二班", "302班", "3(02)班"] {
            assert!(forms("三（2）班").contains(&form.to_owned()), "{form}");
        }
        assert_eq!(forms("向日葵班"), ["向日葵班"]);
    }
}
