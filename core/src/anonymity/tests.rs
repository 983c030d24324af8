use super::*;
use crate::catalog::Language;
use crate::manuscript::{Block, Byline, Inline, Manuscript, PlacedBlock, TextStyle};
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
        ("电话13800000000", "电话（号码略）"),
        ("写信到 a.b@c.example", "写信到 （链接略）"),
    ] {
        assert_eq!(mask(text), masked, "{text}");
    }
}

#[test]
fn a_place_that_ends_in_zhou_is_found_with_and_without_its_kind() {
    for (school, text, masked) in [
        ("温州市晨光小学", "温州的秋天", "某地的秋天"),
        ("温州市晨光小学", "溫州市的秋天", "某地的秋天"),
        ("杭州晨光小学", "杭州的秋天", "某地的秋天"),
        ("浙江省杭州市晨光小学", "浙江的秋天", "某地的秋天"),
        ("温州市实验小学", "我们温州实小", "我们某校"),
        ("温州市实验小学", "实验小学的老师", "实验小学的老师"),
    ] {
        let profile = Profile {
            school: school.into(),
            ..Profile::default()
        };
        let names = Names::of(&profile, &[], &[]);
        assert_eq!(names.mask(text, Language::ZhHans), masked, "{school}: {text}");
    }
}

#[test]
fn a_name_within_a_longer_word_is_shown_and_stays() {
    let profile = Profile {
        name: "王芳".into(),
        ..Profile::default()
    };
    let names = Names::of(&profile, &[], &[]);
    for text in ["女王芳香四溢", "國王芳名远扬"] {
        assert_eq!(names.mask(text, Language::ZhHans), text);
        let hits = names.find(text);
        assert!(
            hits.len() == 1 && !hits[0].sure && hits[0].leak == Leak::Person,
            "{hits:?}"
        );
    }
    assert_eq!(names.mask("王芳香港之行", Language::ZhHans), "X老师香港之行");
    assert_eq!(names.mask("请王芳香甜地睡", Language::ZhHans), "请X老师香甜地睡");
}

#[test]
fn what_is_no_name_hides_nothing_though_a_profile_says_it() {
    let profile = Profile {
        name: "老师".into(),
        group: "语文组".into(),
        ..Profile::default()
    };
    let mut names = Names::of(&profile, &[], &[]);
    for author in ["语文老师", "语文组", "我", "班主任", ""] {
        names.author(author);
    }
    let text = "语文老师说，我们语文组的班主任都来了，老师们也来了";
    assert_eq!(names.mask(text, Language::ZhHans), text);
    let mut names = Names::default();
    names.author("林老师");
    assert_eq!(names.mask("林校长和老师", Language::ZhHans), "X校长和老师");
    assert_eq!(names.looked().heard, 1);
}

#[test]
fn a_class_goes_in_every_way_it_is_written() {
    let profile = Profile {
        classes: vec!["三（2）班".into()],
        ..Profile::default()
    };
    let names = Names::of(&profile, &[], &[]);
    for text in [
        "三（2）班",
        "三(2)班",
        "三2班",
        "三年级2班",
        "三年级（二）班",
        "302班",
        "３（２）班",
    ] {
        assert_eq!(names.mask(&format!("{text}的孩子"), Language::ZhHans), "某班的孩子");
    }
    for text in ["全校32个班", "1302班", "三（12）班", "三年级2组", "全校共32班"] {
        assert_eq!(names.mask(text, Language::ZhHans), text);
    }
}

#[test]
fn what_may_be_a_name_is_shown_and_stays() {
    for (text, words, leak) in [
        ("王浩然低头不语", "王浩然", Leak::Pupil),
        ("我们在晨曦小学上课", "晨曦小学", Leak::School),
        ("昆明的春天", "昆明", Leak::Place),
        ("雨桐同学举手", "雨桐", Leak::Pupil),
    ] {
        assert_eq!(Names::default().mask(text, Language::ZhHans), text);
        let hits = Names::default().find(text);
        assert!(
            hits.len() == 1 && !hits[0].sure && hits[0].leak == leak,
            "{text}: {hits:?}"
        );
        assert_eq!(&text[hits[0].at.clone()], words);
    }
}

#[test]
fn who_is_cited_is_not_hidden_and_the_writer_is() {
    let manuscript = Manuscript {
        references: vec![
            "周慧老师. 杭州市晨曦小学的课[J].".into(),
            "林晓禾. 起步习作[J].".into(),
            "笔者所在的东湖小学. 校本课程[Z].".into(),
        ],
        ..Manuscript::default()
    };
    let masked = anonymous(&manuscript, &names(), Language::ZhHans);
    assert_eq!(masked.references[0], manuscript.references[0]);
    assert_eq!(masked.references[1], "X老师. 起步习作[J].");
    assert_eq!(masked.references[2], "笔者所在的某校. 校本课程[Z].");
}

#[test]
fn what_was_looked_for_is_said_with_what_cannot_be_found() {
    for language in Language::ALL {
        let [looked, missing, cannot] = names().looked().sentences(language);
        assert!(looked.contains('1') && !looked.contains('{'), "{looked}");
        assert!(!missing.is_empty() && !missing.contains('{') && !cannot.is_empty());
        let [_, missing, _] = Names::default().looked().sentences(language);
        let all = catalog_names(language);
        assert!(all.iter().all(|name| missing.contains(name)), "{missing}");
    }
}

fn catalog_names(language: Language) -> [&'static str; 3] {
    let words = crate::catalog::looked();
    [words.name, words.school, words.class].map(|words| words.in_(language))
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
        "向老师请教，和老师商量，让老师看",
        "任何老师、有关老师、音乐老师、班主任老师",
        "于老师而言",
        "叶圣陶先生说",
        "高兴同学们没有走",
        "三张老师的照片",
        "老师教授知识",
        "课改实验学校",
        "全市实验小学",
        "杭州市民和北京故宫镇馆之宝",
        "广州天气区别不大",
        "2025-2026学年，得分9.28",
        "ISBN 978-7-5338-1234-5",
        "1、13、15、17、19、21、23",
        "DOI:10.1000/x，见第3.2节",
        "Teacher Training and Principal Investigator",
        "In High School and Sunday School",
        "1380000000012",
    ] {
        assert_eq!(mask(text), text);
    }
}

#[test]
fn what_joins_or_leads_to_a_teacher_is_no_name() {
    let found = |text: &str| {
        let manuscript = Manuscript {
            title: text.into(),
            ..Manuscript::default()
        };
        check(&manuscript, &names(), "").len()
    };
    for text in ["家长和老师", "以老师为主", "连老师都笑了", "和老师一起"] {
        assert_eq!(found(text), 0, "{text}");
    }
    assert_eq!(found("芳老师说"), 1);
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
    let bold = TextStyle {
        bold: true,
        ..TextStyle::default()
    };
    let runs = vec![
        Inline::Text("由林".into(), TextStyle::default()),
        Inline::Text("晓".into(), bold),
        Inline::Note(vec![Inline::Text("见晨光小学".into(), bold)]),
        Inline::Text("禾老师执教".into(), TextStyle::default()),
    ];
    let manuscript = Manuscript {
        byline: Byline {
            name: "林晓禾".into(),
            ..Byline::default()
        },
        blocks: vec![PlacedBlock {
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
    assert_eq!(runs[1], Inline::Note(vec![Inline::Text("见某校".into(), bold)]));
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
