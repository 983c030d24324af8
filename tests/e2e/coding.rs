//! Open answers read on the page, put into categories by keys, a pointer and a finger, and told in a text.

use luoxuan::Survey;
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

const SHEET: &str = "序号\t你喜欢写作文吗？\t写作文时，你最难的是什么？[填空题]\n\
    1\t喜欢\t坐在那里半天想不出写什么\n\
    2\t不喜欢\t没有东西可写\n\
    3\t喜欢\t想不出写什么，写了也写不长\n\
    4\t喜欢\t每天都一样，没有什么可写的事\n\
    5\t不喜欢\t写了两行就写完了，不知道怎么写细\n\
    6\t喜欢\t不会写动作\n\
    7\t喜欢\t好词好句记不住，不会用\n\
    8\t不喜欢\t没有东西可写\n\
    9\t喜欢\t（空）\n";

fn survey(teacher: &Teacher) -> Survey {
    let index = disk::index(teacher);
    let survey = index.of_kind::<Survey>().next().map(|(_, survey)| survey.clone());
    survey.expect("the survey")
}

/// The answers under each category that has any, as they are kept.
fn kept(teacher: &Teacher) -> Vec<(String, usize)> {
    teacher.sees_it_kept();
    let survey = survey(teacher);
    let item = survey.items.values().find(|item| !item.coded.is_empty());
    let item = item.expect("something is coded");
    let count = |code: &String| item.coded.values().filter(|codes| codes.contains(code)).count();
    let choices = item.choices();
    choices
        .into_iter()
        .map(|(code, choice)| (choice.text, count(&code)))
        .collect()
}

/// Which answer has the keyboard.
fn at(teacher: &Teacher) -> String {
    let said = teacher.run(
        "return document.activeElement.getAttribute('aria-label') ?? document.activeElement.outerHTML",
        vec![],
    );
    said.as_str().unwrap_or_default().to_owned()
}

fn stands_at(teacher: &Teacher, words: &str) {
    let there = crate::stage::wait_for(std::time::Duration::from_secs(5), || {
        at(teacher).contains(words).then_some(())
    });
    assert!(there.is_some(), "the keyboard is at {}, not at {words}", at(teacher));
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn open_answers_are_coded_by_keys_and_become_a_sentence_with_quotes(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.makes_a_survey();
    teacher.pastes_a_sheet(SHEET);
    teacher.sees("读出2道题，9份答卷");
    teacher.clicks("采用这张表");
    teacher.sees("8人回答，0人的已归类，还有8人的没有归类");
    teacher.sees("坐在那里半天想不出写什么");
    let rows = {
        teacher.sees_it_kept();
        survey(teacher).rows
    };

    codes_by_keys(teacher);
    takes_back_each_change(teacher);
    codes_by_pointer_and_finger(teacher);
    chooses_what_to_quote(teacher);
    teacher.clicks("写成专题调查");
    teacher.sees("提到“没内容”的最多，5人（62.5%）");
    teacher.sees("“没内容”一类的原话：“没有东西可写”；");
    assert_eq!(kept(teacher), named(&[("没内容", 4), ("写不具体", 4), ("词语不够", 2)]));
    assert_eq!(survey(teacher).rows, rows, "no answer was changed");
}

/// What is kept, by the names of the categories.
fn named(all: &[(&str, usize)]) -> Vec<(String, usize)> {
    all.iter().map(|(name, n)| ((*name).into(), *n)).collect()
}

/// Two names, typed once, and on to the answers.
fn codes_by_keys(teacher: &Teacher) {
    teacher.writes_in("新类别叫什么", "没内容");
    teacher.presses("Enter");
    teacher.types("写不细");
    teacher.presses("Enter");
    for _ in 0..3 {
        teacher.presses("Tab");
    }
    stands_at(teacher, "第1条：坐在那里半天想不出写什么（没有归类）");
    teacher.presses("1");
    stands_at(teacher, "第1条：坐在那里半天想不出写什么（没内容）");
    teacher.presses("Down");
    teacher.presses("1");
    teacher.sees("3人（37.5%）");
    teacher.presses("j");
    for key in ["1", "2", "Down", "1", "2", "2"] {
        teacher.presses(key);
    }
    stands_at(teacher, "第4条：每天都一样，没有什么可写的事（没内容）");
    teacher.presses("n");
    stands_at(teacher, "第5条");
    for key in ["2", "Down", "2", "Down"] {
        teacher.presses(key);
    }
    // A number that no category has yet: its name is asked for, and the answer is not left.
    teacher.presses("3");
    teacher.waits_until_the_cursor_is_in("“好词好句记不住，不会用…”归入的新类别");
    teacher.composes("词语不够");
    teacher.presses("Enter");
    stands_at(teacher, "第7条：好词好句记不住，不会用（词语不够）");
    teacher.sees("8人回答，都已归类");
    teacher.sees(
        "提到“没内容”的最多，5人（62.5%）；3人提到“写不细”（37.5%），1人提到“词语不够”（12.5%）（一条回答可归入几类，共9人次）。",
    );
    teacher.sees("“没内容”一类的原话：“坐在那里半天想不出写什么”“每天都一样，没有什么可写的事”");
}

/// All out at once, joined, taken away: each can be taken back.
fn takes_back_each_change(teacher: &Teacher) {
    teacher.presses("0");
    teacher.sees("还有1人的没有归类");
    teacher.clicks("撤销");
    teacher.sees("8人回答，都已归类");
    teacher.chooses("把类别 3 并入", "写不细");
    teacher.sees("已把“词语不够”并入“写不细”");
    teacher.sees("4人（50.0%）");
    teacher.clicks("撤销");
    teacher.sees("1人（12.5%）");
    teacher.clicks("去掉类别 2");
    teacher.sees("还有2人的没有归类");
    teacher.clicks("撤销");
    teacher.sees("8人回答，都已归类");
    assert_eq!(kept(teacher), named(&[("没内容", 4), ("写不细", 3), ("词语不够", 1)]));
    teacher.writes_over("类别 2", "写不具体");
    teacher.sees("3人提到“写不具体”（37.5%）");
}

/// By a finger on its buttons, and by dragging.
fn codes_by_pointer_and_finger(teacher: &Teacher) {
    teacher.run("document.querySelectorAll('.answer')[5].focus()", vec![]);
    stands_at(teacher, "第6条：不会写动作（写不具体）");
    teacher.clicks("3 词语不够");
    teacher.sees("2人（25.0%）");
    let dragged = teacher.run(
        "const answer = document.querySelectorAll('.answer')[0], category = document.querySelectorAll('.category')[1];
         const data = new DataTransfer(), event = (name) => new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data });
         answer.dispatchEvent(event('dragstart'));
         const taken = !category.dispatchEvent(event('dragover'));
         category.dispatchEvent(event('drop'));
         answer.dispatchEvent(event('dragend'));
         return taken",
        vec![],
    );
    assert_eq!(dragged, json!(true), "a category takes it");
    teacher.sees("4人提到“写不具体”（50.0%）");
}

/// Those of one category, and one that is chosen to be quoted.
fn chooses_what_to_quote(teacher: &Teacher) {
    teacher.chooses("看", "词语不够");
    teacher.sees_no("坐在那里半天想不出写什么\n");
    teacher.chooses("看", "全部回答");
    teacher.run("document.querySelectorAll('.answer')[1].focus()", vec![]);
    teacher.presses("q");
    teacher.sees("“没内容”一类的原话：“没有东西可写”；");
}
