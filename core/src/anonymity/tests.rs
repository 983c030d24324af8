use super::*;
use crate::catalog::Language;
use crate::manuscript::{Block, Byline, Look, Manuscript, Piece, Run};
use crate::record::Profile;

fn names() -> Names {
    let profile = Profile {
        name: "林晓禾".into(),
        school: "青禾市清溪区晨光小学".into(),
        group: "晨光语文组".into(),
        ..Profile::default()
    };
    let persons = ["欧阳明".to_owned(), "Li Wei".to_owned()];
    Names::of(&profile, &persons, &["小脚丫课程".to_owned()])
}

fn mask(text: &str) -> String {
    names().mask(text, Language::ZhHans)
}

#[test]
fn a_name_goes_in_every_form_people_give_it() {
    for (text, masked) in [
        ("林晓禾说", "X老师说"),
        ("林晓禾老师说", "X老师说"),
        ("林老师说", "X老师说"),
        ("晓禾老师说", "X老师说"),
        ("林校长说", "X校长说"),
        ("欧阳明主任说", "X主任说"),
        ("欧阳老师说", "X老师说"),
        ("林 晓 禾说", "X老师说"),
        ("林\u{200b}晓禾说", "X老师说"),
        ("by LI WEI.", "by X老师."),
        ("ｌｉ ｗｅｉ", "X老师"),
        ("青禾市清溪区晨光小学", "某校"),
        ("清溪区晨光小学", "某校"),
        ("我们晨小的孩子", "我们某校的孩子"),
        ("晨光小有三个班", "某校有三个班"),
        ("青禾的秋天", "某地的秋天"),
        ("清溪区教研室", "某地教研室"),
        ("小脚丫课程", "某某"),
        ("笔者所在的东湖实验小学", "笔者所在的某校"),
        ("任教于东湖第二中学三年", "任教于某校三年"),
        ("加入张某名师工作室", "加入某工作室"),
        ("（课题编号：2025JK013）", "（课题编号：（略））"),
        ("东湖县教育局要求", "某地教育局要求"),
        ("见 https://a.example/x 。", "见 （链接略） 。"),
        ("电话13800000000", "电话（链接略）"),
        ("写信到 a.b@c.example", "写信到 （链接略）"),
    ] {
        assert_eq!(mask(text), masked, "{text}");
    }
}

#[test]
fn words_that_are_no_names_stay() {
    for text in [
        "我校的孩子",
        "以某小学三年级三个班为例",
        "笔者所在的学校",
        "所在的乡镇小学",
        "森林里的晨光",
        "living weird",
        "名师工作室",
        "本地区小学",
        "农村小学的孩子",
        "老师说",
        "1380000000012",
    ] {
        assert_eq!(mask(text), text);
    }
}

#[test]
fn what_needs_a_person_is_named_and_stays() {
    for (text, leak) in [
        ("鸣谢各位同仁", Leak::Thanks),
        ("参见拙作", Leak::SelfCitation),
        ("笔者曾发表过文章", Leak::SelfCitation),
    ] {
        assert_eq!(mask(text), text);
        assert_eq!(names().find(text)[0].leak, leak);
    }
}

#[test]
fn a_name_in_two_runs_is_still_a_name() {
    let bold = Look {
        bold: true,
        ..Look::default()
    };
    let runs = vec![
        Run::Text("由林".into(), Look::default()),
        Run::Text("晓".into(), bold),
        Run::Note(vec![Run::Text("见晨光小学".into(), bold)]),
        Run::Text("禾老师执教".into(), Look::default()),
    ];
    let manuscript = Manuscript {
        byline: Byline {
            name: "林晓禾".into(),
            ..Byline::default()
        },
        blocks: vec![Piece {
            section: "one".into(),
            passage: Some(0),
            block: Block::Paragraph(runs),
        }],
        ..Manuscript::default()
    };
    let masked = anonymous(&manuscript, &names(), Language::ZhHans);
    let Block::Paragraph(runs) = &masked.blocks[0].block else {
        panic!("a paragraph")
    };
    assert_eq!(crate::manuscript::words(runs), "由X老师执教");
    assert_eq!(runs[1], Run::Note(vec![Run::Text("见某校".into(), bold)]));
    assert_eq!(masked.byline, Byline::default());
    assert!(check(&masked, &names(), "起步习作.docx").is_empty());
    let found = check(&manuscript, &names(), "林晓禾.docx");
    let places: Vec<&Place> = found.iter().map(|finding| &finding.place).collect();
    let section = Place::Section("one".into(), Some(0));
    assert_eq!(places, [&Place::Byline, &section, &section, &Place::FileName]);
    assert_eq!(
        found[1].sentence(Language::ZhHans),
        "正文里有人名“林晓禾老师”。匿名稿里写成“X老师”。"
    );
}

#[test]
fn masking_twice_is_masking_once() {
    for text in [
        "晨光小学的林晓禾老师",
        "清溪区教研室，课题编号：A1",
        "张某名师工作室 http://a.example",
    ] {
        let once = mask(text);
        assert_eq!(mask(&once), once, "{text}");
    }
}
