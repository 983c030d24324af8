//! What two teachers hand over to the leader of their group, and what the leader makes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use luoxuan::catalog::Language;
use luoxuan::journal::write_lines;
use luoxuan::kind::Kinds;
use luoxuan::record::{EvidenceKind, Kind, PROFILE, Passage, Privacy, Profile, Record, Source};
use luoxuan::share::read;
use luoxuan::{
    Author, Content, DeviceId, Document, Entry, Evidence, Journal, Phase, RecordId, RevisionId, Spiral, Timestamp,
};
use serde_json::{Value, json};

use crate::access::settled;
use crate::disk;
use crate::records::{arrives_in_a_term, of_kind};
use crate::teacher::Teacher;

/// Stands in whatever must stay where it was written.
const SECRET: &str = "只有我知道";

fn of(kind: &str, title: &str, fields: &Value) -> Content {
    let begun = Kinds::built_in().named(kind).expect(kind).begun(title);
    let fields = fields.as_object().expect("fields").iter();
    fields.fold(begun, |content, (name, value)| content.with(name, Some(value.clone())))
}

fn award() -> Content {
    let fields = json!({"on": "2026-10-12", "sort": "paper", "level": "city", "grade": "first"});
    of("outcome", "把一件事写具体", &fields)
}

/// A teacher of this name in whose journal these stand, each by a number of its own; besides, what a teacher keeps to
/// themselves.
fn a_teacher_with(name: &str, number: u8, records: Vec<Content>) -> Teacher {
    let teacher = arrives_in_a_term();
    let profile = Profile {
        name: name.into(),
        school: SECRET.into(),
        classes: vec![SECRET.into()],
        ..Profile::default()
    };
    let own = Entry {
        happened_on: "2026-10-12".parse().ok(),
        spiral: Some(RecordId::from_bytes([number; 16])),
        body: SECRET.into(),
        privacy: Privacy::Own,
        ..Entry::default()
    };
    let pupils = Evidence {
        sort: EvidenceKind::PupilWork,
        text: SECRET.into(),
        privacy: Privacy::Identifiable,
        ..Evidence::default()
    };
    let check = json!({"on": "2026-09-10", "mirror": SECRET});
    let all = records.into_iter().chain([
        Content::of(&own),
        Content::of(&pupils),
        of("ethics", "师德学习", &check),
    ]);
    let by = Author {
        device: DeviceId::from_bytes([number; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    let mut journal = Journal::new();
    let ids = (number..).map(|id| RecordId::from_bytes([id; 16]));
    let mut written: Vec<_> = ids
        .zip(all)
        .filter_map(|(id, content)| journal.write(id, content, by))
        .collect();
    written.extend(journal.write(PROFILE, Content::of(&profile), by));
    disk::plant(&teacher, &write_lines(&written));
    teacher.reloads();
    teacher.opens("#/records");
    settled(&teacher);
    teacher
}

/// Hands over what is ticked now.
fn hands_over(teacher: &Teacher, count: usize) -> PathBuf {
    let file = teacher.downloads(|| teacher.clicks(&format!("做成文件（{count}条）")));
    let said = std::fs::read_to_string(&file).expect("it is a file of text");
    assert!(!said.contains(SECRET), "{said}");
    let shared = read(said.as_bytes()).expect("a shared file");
    assert_eq!(
        (shared.len(), shared[0].revisions.len(), shared[0].damaged),
        (1, count, 0)
    );
    file
}

/// The first hands over an award, a training and a spiral of which one entry is the group's.
fn lin() -> Teacher {
    let entry = |phase, body: &str, privacy| {
        Content::of(&Entry {
            spiral: Some(RecordId::from_bytes([0x10; 16])),
            phase,
            happened_on: "2026-09-11".parse().ok(),
            body: body.into(),
            class: SECRET.into(),
            privacy,
            ..Entry::default()
        })
    };
    let spiral = Content::of(&Spiral {
        title: "起步习作怎样写具体".into(),
        class: SECRET.into(),
        ..Spiral::default()
    });
    let problem = entry(Phase::Problem, "平均只写了96字。", Privacy::Group);
    let tried = entry(Phase::Action, "发一张慢镜头纸条。", Privacy::Public);
    let id = RecordId::from_bytes([0x14; 16]);
    let visits = Kind::own(id, "家访", ["哪一家", "日期", "记录"], Language::ZhHans);
    let visit = visits.begun("小航家").with("on", Some("2026-10-13".into()));
    let lecture = of("lecture", "数据怎样说话", &json!({"on": "2026-10-20", "hours": 2}));
    let all = vec![
        spiral,
        problem,
        tried,
        award(),
        Content::of(&visits),
        visit,
        lecture,
        text(),
    ];
    a_teacher_with("林老师", 0x10, all)
}

/// A text of which one passage rests on what nobody else may see: the entry behind these records.
fn text() -> Content {
    let passage = |text: &str, of: Option<u8>| Passage {
        text: text.into(),
        sources: of
            .map(|of| Source {
                record: RecordId::from_bytes([of; 16]),
                revision: RevisionId::of(b"x"),
                part: String::new(),
                snapshot: SECRET.into(),
                other: serde_json::Map::new(),
            })
            .into_iter()
            .collect(),
        ..Passage::default()
    };
    Content::of(&Document {
        title: "把一件事写具体".into(),
        spirals: vec![RecordId::from_bytes([0x10; 16])],
        sections: [(
            "measures".to_owned(),
            vec![
                passage("纸条只问三个问题。", None),
                passage("学生多写了动作。", Some(0x12)),
                passage(SECRET, Some(0x18)),
            ],
        )]
        .into(),
        ..Document::default()
    })
}

#[test]
fn two_teachers_hand_over_what_they_choose_and_the_leader_reports_for_the_group() {
    let lins = lin_hands_over();
    let lesson = of("open_lesson", "认识分数", &json!({"on": "2026-11-02", "level": "city"}));
    let issue = of("issue", "培训资源短缺", &json!({"on": "2026-12-01"}));
    let lecture = of("lecture", "数据怎样说话", &json!({"on": "2026-10-20", "hours": 2}));
    let zhou = a_teacher_with("周老师", 0x40, vec![award(), lesson, issue, lecture]);
    zhou.clicks("看看要交什么");
    // Taken out: 周老师 has second thoughts about the training.
    let tick = zhou.finds("tick", "师德学习");
    zhou.browser.click(&tick).expect("it can be ticked");
    let zhous = hands_over(&zhou, 4);

    // The leader is 周老师 or anybody; here one with nothing but a term.
    let leader = arrives_in_a_term();
    reads_and_reports(&leader, &lins, &zhous);
    has_the_report_of_the_group(&leader);

    // Back at the group, what was opened is still there; a backup is not read.
    leader.opens("#/records/merged");
    leader.sees("去掉周老师");
    let backup = disk::copy_of(&leader, 1);
    leader.picks("打开组员交来的文件", &backup);
    leader.sees("没有读。里面也许有人家没打算交的东西");
    // Neither does a restore take in what was handed over.
    leader.opens("#/settings");
    settled(&leader);
    leader.picks("选文件来恢复", &lins);
    leader.sees("是组员交给教研组长的文件，不是备份，没有读");
    assert!(of_kind(&leader, "outcome").is_empty());
    let _ = std::fs::remove_file(&lins);
}

/// 林老师 sees what is offered, hands over what is the group's, and then more; the second file, where it outlives the
/// browser.
fn lin_hands_over() -> PathBuf {
    let lin = lin();
    lin.clicks("看看要交什么");
    for offered in [
        "把一件事写具体",
        "师德学习",
        "起步习作怎样写具体",
        "平均只写了96字。",
        "发一张慢镜头纸条。",
    ] {
        lin.sees(offered);
    }
    lin.sees_no(SECRET);
    // What is the group's goes; what was written for oneself waits to be put in, and is then in the file.
    let first = hands_over(&lin, 5);
    let said = std::fs::read_to_string(&first).expect("it is there");
    assert!(said.contains("平均只写了96字。") && !said.contains("慢镜头"), "{said}");
    assert!(!said.contains("家访") && !said.contains("纸条"), "{said}");
    // A visit takes along what its kind is; the text's last passage stays, and the list says so.
    for name in ["发一张慢镜头纸条。", "小航家", "把一件事写具体"] {
        let tick = lin.finds_nth("tick", name, -1);
        lin.browser.click(&tick).expect("it can be ticked");
    }
    lin.clicks_nth("交出去的样子", -1);
    lin.sees("有1段引自不给别人看的记录");
    lin.sees("纸条只问三个问题。");
    let lins = hands_over(&lin, 9);
    let kept = std::env::temp_dir().join(format!("luoxuan-{}-lin.jsonl", std::process::id()));
    std::fs::copy(&lins, &kept).expect("it can be handed on");
    kept
}

/// The leader opens both files, reads in them, and makes the report of the group.
fn reads_and_reports(leader: &Teacher, lins: &Path, zhous: &Path) {
    leader.opens("#/records/merged");
    settled(leader);
    leader.picks("打开组员交来的文件", lins);
    leader.sees("去掉林老师");
    leader.picks("打开组员交来的文件", zhous);
    leader.sees("去掉周老师");
    leader.clicks("起步习作怎样写具体 林老师");
    leader.sees("平均只写了96字。");
    leader.sees("发一张慢镜头纸条。");
    leader.sees("这几项不止一位老师交了");
    leader.clicks("把一件事写具体 林老师");
    leader.sees("学生多写了动作。");
    leader.writes_in("教研组叫什么", "语文教研组");
    leader.clicks("2026 学年第 1 学期");
    leader.sees("2026学年第一学期工作总结");
    leader.sees_it_kept();
}

/// The report is the leader's; what it tells of is nobody's here.
fn has_the_report_of_the_group(leader: &Teacher) {
    let index = disk::index(leader);
    let reports: Vec<&Document> = index.of_kind::<Document>().map(|(_, document)| document).collect();
    let [report] = &reports[..] else { panic!("{reports:?}") };
    assert_eq!(report.title, "语文教研组2026学年第一学期工作总结");
    let passages: Vec<&str> = report
        .sections
        .values()
        .flatten()
        .map(|passage| passage.text.as_str())
        .collect();
    for said in [
        "本总结汇总了2位教师交来的记录：林老师、周老师。",
        "论文1项：市级一等奖1项。",
        "公开课1节：市级1节。",
        "“起步习作怎样写具体”走到第1轮，写下2条记录（林老师）。",
        "培训资源短缺（周老师）。",
        "讲座1场，按人次合计4学时：10月20日“数据怎样说话”（林老师、周老师）。",
        "家访1条：10月13日“小航家”（林老师）。",
    ] {
        assert!(passages.contains(&said), "“{said}” is not in {passages:#?}");
    }
    let kinds: BTreeSet<&str> = index.kinds().collect();
    assert!(!kinds.contains(Spiral::KIND) && !kinds.contains("outcome"), "{kinds:?}");
}
