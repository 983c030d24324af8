use super::{Book, day};
use crate::catalog::Language;
use crate::record::{Indicator, Term};
use crate::spiral::{Assessment, CheckContext, CheckItem, Reason, Verdict, check_problem};
use crate::{Entry, Phase};

fn problem(body: &str) -> Entry {
    Entry {
        phase: Phase::Problem,
        body: body.into(),
        ..Entry::default()
    }
}

fn remark(entry: &Entry, context: &CheckContext, item: CheckItem) -> Assessment {
    let remarks = check_problem(entry, context);
    assert_eq!(remarks.len(), 12);
    let found = remarks.into_iter().find(|remark| remark.item == item);
    found.expect("twelve items")
}

fn verdict(body: &str, item: CheckItem) -> Verdict {
    remark(&problem(body), &CheckContext::default(), item).verdict()
}

/// Bodies, and what the item makes of them.
fn judged(item: CheckItem, cases: &[(&str, Verdict)]) {
    for (body, expected) in cases {
        assert_eq!(verdict(body, item), *expected, "{item:?} of {body}");
    }
}

#[test]
fn two_dates_or_one_figure_are_facts() {
    judged(
        CheckItem::Real,
        &[
            ("9月11日没写完，9月18号又没写完", Verdict::Pass),
            ("2025-09-11 没写完，2025-09-18 又没写完", Verdict::Pass),
            ("全班42人里只有11人写到了动作", Verdict::Pass),
            ("问了五个孩子，四个说不知道", Verdict::Pass),
            ("做对的占４７．４％", Verdict::Pass),
            ("only 11 of 42 wrote any detail", Verdict::Pass),
            ("9月11日没写完", Verdict::Weak),
            ("第三节课总是乱，一个都不听", Verdict::Weak),
            ("根据新课标要求，应当重视习作", Verdict::Weak),
        ],
    );
}

#[test]
fn the_word_for_pupils_is_not_yet_a_gain_for_their_learning() {
    judged(
        CheckItem::Meaningful,
        &[
            ("孩子不会观察，写得空", Verdict::Pass),
            ("學生說不清自己的想法，表達不出來", Verdict::Pass),
            ("Pupils cannot explain their answers.", Verdict::Pass),
            ("提高学生综合素质", Verdict::Unsure),
            ("怎样在评比里得奖", Verdict::Unsure),
        ],
    );
}

#[test]
fn broad_words_and_levers_of_others_are_named_in_every_script() {
    for (body, item, word) in [
        ("怎样提高学生的综合素质？", CheckItem::Specific, "综合素质"),
        ("怎樣提高學生的綜合素質？", CheckItem::Specific, "綜合素質"),
        (
            "How to raise pupils’ Overall Quality?",
            CheckItem::Specific,
            "overall quality",
        ),
        ("家长不重视，孩子不写", CheckItem::WithinControl, "家长不重视"),
        ("基礎太差，聽不懂", CheckItem::WithinControl, "基礎太差"),
    ] {
        let remark = remark(&problem(body), &CheckContext::default(), item);
        assert_eq!((remark.verdict(), remark.name.as_str()), (Verdict::Weak, word));
        assert!(remark.sentence(Language::En).contains(word));
    }
    judged(
        CheckItem::Specific,
        &[("三年级学生写景时怎样写出先后？", Verdict::Pass)],
    );
    judged(CheckItem::WithinControl, &[("我的提问换一换会怎样？", Verdict::Pass)]);
}

#[test]
fn a_question_is_open_unless_it_asks_yes_or_no_or_knows_the_answer() {
    judged(
        CheckItem::Open,
        &[
            ("先教观察，细节会不会多起来？", Verdict::Pass),
            ("他说：“是不是太难？”我没有答。怎样让图真正参与思考？", Verdict::Pass),
            ("互评有用吗？", Verdict::Weak),
            ("互評有用嗎？", Verdict::Weak),
            ("是否应该取消抄写？", Verdict::Weak),
            ("Should we stop copying?", Verdict::Weak),
            ("为什么必须先画图？", Verdict::Weak),
            ("怎样提高朗读水平？", Verdict::Unsure),
            ("孩子们不听。", Verdict::Unsure),
        ],
    );
}

#[test]
fn a_clear_problem_is_one_short_sentence_about_one_thing() {
    let long = format!("怎样{}？", "写".repeat(40));
    judged(
        CheckItem::Clear,
        &[
            ("怎样让图真正参与思考？", Verdict::Pass),
            (&long, Verdict::Weak),
            ("怎样教听、说、读、写？", Verdict::Unsure),
            ("没有问句。", Verdict::Unsure),
        ],
    );
    let mut two = problem("");
    two.fields.insert("statement".into(), "怎样写细？怎样修改？".into());
    let clear = remark(&two, &CheckContext::default(), CheckItem::Clear);
    assert_eq!(clear.reason, Reason::SeveralAtOnce);
}

#[test]
fn names_are_looked_for_only_where_names_are_known() {
    let entry = problem("张小明又没有写完“王”字");
    let mut context = CheckContext::default();
    assert_eq!(
        remark(&entry, &context, CheckItem::Ethical).reason,
        Reason::NamesUnknown
    );
    context.names = vec!["王".into()];
    let named = remark(&entry, &context, CheckItem::Ethical).reason;
    assert_eq!(named, Reason::NamesUnknown, "one character is no name");
    context.names.push("李四".into());
    assert_eq!(remark(&entry, &context, CheckItem::Ethical).reason, Reason::NoNames);
    context.names.push("张小明".into());
    let named = remark(&entry, &context, CheckItem::Ethical);
    assert_eq!((named.reason, named.name.as_str()), (Reason::HasName, "张小明"));
}

#[test]
fn fields_and_the_journal_around_answer_what_the_text_does_not() {
    let bare = problem("写得短。");
    let nothing = CheckContext::default();
    let mut full = bare.clone();
    for name in ["peer", "indicator"] {
        full.fields.insert(name.into(), "同组两位老师也遇到".into());
    }
    for item in [CheckItem::Valuable, CheckItem::Observable, CheckItem::Unsettled] {
        assert_ne!(remark(&bare, &nothing, item).verdict(), Verdict::Pass, "{item:?}");
        assert_eq!(remark(&full, &nothing, item).verdict(), Verdict::Pass, "{item:?}");
    }

    let mut book = Book::default();
    book.put(
        9,
        &Term {
            start: Some(day(0)),
            end: Some(day(30)),
            ..Term::default()
        },
    );
    let problem = book.entry(Phase::Problem, None, |_| {});
    let around = CheckContext::of(&book.index(), problem);
    let item = |context: &CheckContext, item| remark(&bare, context, item).reason;
    assert_eq!(item(&around, CheckItem::Feasible), Reason::NoDates);
    assert_eq!(item(&around, CheckItem::Linked), Reason::NoTheme);

    book.spiral.themes = vec!["学为中心".into()];
    book.spiral.indicators.insert("focus".into(), Indicator::default());
    book.entry(Phase::Action, Some(problem), |action| {
        action.happened_until = Some(day(31));
    });
    let mut around = CheckContext::of(&book.index(), problem);
    assert_eq!(item(&around, CheckItem::Feasible), Reason::BeyondTerm);
    around.planned_end = Some(day(30));
    assert_eq!(item(&around, CheckItem::Feasible), Reason::WithinTerm);
    assert_eq!(item(&around, CheckItem::Linked), Reason::HasTheme);
    assert_eq!(item(&around, CheckItem::Observable), Reason::HasIndicator);
}

#[test]
fn the_teachers_own_answer_stands_beside_the_remark() {
    let mut entry = problem("互评有用吗？");
    entry.rubric.insert("open".into(), 2);
    let open = remark(&entry, &CheckContext::default(), CheckItem::Open);
    assert_eq!((open.verdict(), open.own), (Verdict::Weak, Some(2)));
    assert_eq!(remark(&entry, &CheckContext::default(), CheckItem::Real).own, None);
}

#[test]
fn a_blank_problem_is_checked_without_complaint() {
    let remarks = check_problem(&Entry::default(), &CheckContext::default());
    for (remark, language) in remarks.iter().zip(Language::ALL.into_iter().cycle()) {
        assert!(!remark.sentence(language).contains('{'), "{remark:?}");
    }
}
