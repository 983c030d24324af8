use super::*;
use crate::catalog::Language;

fn on() -> Date {
    // A Monday.
    "2025-09-15".parse().expect("a day")
}

fn told(text: &str) -> String {
    let say = |when, language| match when {
        When::Day(day) => Some(say_day(day, false, language)),
        When::Week(monday) if language == Language::En => {
            Some(format!("the week of {}", say_day(monday, false, language)))
        }
        When::Week(monday) => Some(format!("{}那一周", say_day(monday, false, language))),
        When::Unclear => None,
    };
    dated(text, on(), Language::ZhHans, &say)
}

#[test]
fn words_of_time_become_days() {
    for (written, right) in [
        ("今天做“水的蒸发”。", "9月15日做“水的蒸发”。"),
        ("昨天和前天都没交。", "9月14日和9月13日都没交。"),
        ("从今天起记录单改成两栏", "9月15日起，记录单改成两栏"),
        ("今天下午测了一次，晚上批完。", "9月15日下午测了一次，晚上批完。"),
        ("下午测了一次。", "9月15日下午测了一次。"),
        ("9月8日下午测了一次。", "9月8日下午测了一次。"),
        ("这节课的记录单", "9月15日这节课的记录单"),
        ("昨天讲过，这节课再讲。", "9月14日讲过，这节课再讲。"),
        ("周三交上来38本", "9月10日交上来38本"),
        ("上周三交上来", "9月10日交上来"),
        ("這週五再測", "9月19日再測"),
        ("星期天没人来", "9月14日没人来"),
        ("上周没有做", "9月8日那一周没有做"),
        ("每周三都有", "每周三都有"),
        ("周围的同学", "周围的同学"),
        ("今天先讲，今天又测。", "9月15日先讲，这天又测。"),
        ("昨天发了，第二天收回。", "9月14日发了，9月15日收回。"),
        ("昨晚想了很久", "9月14日晚上想了很久"),
        ("最近总是这样", "最近总是这样"),
        ("上周一共交了3本", "9月8日那一周一共交了3本"),
        ("从上周一起，改成两栏", "9月8日起，改成两栏"),
        ("上周周三交上来", "9月10日交上来"),
        ("一周一次，每周三下午一次", "一周一次，每周三下午一次"),
        ("第3周的这节课", "第3周的这节课"),
        ("2024年9月8日发了，第二天收回。", "2024年9月8日发了，9月9日收回。"),
        ("上周没有做，第二天也没有。", "9月8日那一周没有做，第二天也没有。"),
        ("小林说：“今天的好写。”", "小林说：“今天的好写。”"),
        ("读《昨天的云》", "读《昨天的云》"),
        ("五年级上学期", "五年级上学期"),
    ] {
        assert_eq!(told(written), right);
    }
}

#[test]
fn what_cannot_be_worked_out_is_found_and_left() {
    let found = day_words("最近总是这样，第二天也是。", on());
    let senses: Vec<_> = found.iter().map(|word| word.when).collect();
    assert_eq!(senses, [When::Unclear, When::Unclear]);
    assert_eq!(day_words("Yesterday, and today. Todays.", on()).len(), 2);
}

#[test]
fn english_words_of_time_become_days_with_the_words_english_needs() {
    for (written, right) in [
        (
            "Today we began. We stopped yesterday.",
            "On 15 September we began. We stopped on 14 September.",
        ),
        (
            "From today the sheet has two columns.",
            "From 15 September the sheet has two columns.",
        ),
        ("We tried it on Wednesday.", "We tried it on 10 September."),
        ("Wednesday was hard.", "10 September was hard."),
        ("Wednesday they wrote.", "On 10 September they wrote."),
        ("on Wednesday afternoon", "on the afternoon of 10 September"),
        ("Last Monday and this Friday", "On 8 September and on 19 September"),
        ("next Monday", "on 22 September"),
        ("every Wednesday, on Wednesdays", "every Wednesday, on Wednesdays"),
        ("In this lesson 23 saw it.", "In the lesson on 15 September 23 saw it."),
        ("This lesson was better.", "The lesson on 15 September was better."),
        ("Yesterday's sheets", "14 September's sheets"),
        ("We counted last week.", "We counted in the week of 8 September."),
        (
            "Handed out yesterday, collected the next day.",
            "Handed out on 14 September, collected on 15 September.",
        ),
        (
            "On 8 September it rained; the next day it did not.",
            "On 8 September it rained; on 9 September it did not.",
        ),
        ("Last night I read them.", "On the evening of 14 September I read them."),
        (
            "See https://example.org/today for more.",
            "See https://example.org/today for more.",
        ),
    ] {
        assert_eq!(told(written), right);
    }
}

#[test]
fn a_month_has_three_thirds() {
    for (day, right) in [
        ("2025-09-01", ["九月上旬", "early September"]),
        ("2025-09-10", ["九月上旬", "early September"]),
        ("2025-09-11", ["九月中旬", "mid-September"]),
        ("2025-09-20", ["九月中旬", "mid-September"]),
        ("2025-09-21", ["九月下旬", "late September"]),
        ("2025-09-30", ["九月下旬", "late September"]),
        ("2025-12-31", ["十二月下旬", "late December"]),
        ("2025-02-28", ["二月下旬", "late February"]),
    ] {
        let day = day.parse().expect("a day");
        let said = [Language::ZhHans, Language::En].map(|language| say_third(day, false, language));
        assert_eq!(said, right);
    }
    let day = "2025-12-11".parse().expect("a day");
    assert_eq!(say_third(day, true, Language::ZhHant), "2025年12月中旬");
    assert_eq!(say_third(day, true, Language::En), "mid-December 2025");
}
