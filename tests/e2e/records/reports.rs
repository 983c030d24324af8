//! The report of a term and the growth handbook.

use std::collections::BTreeSet;

use luoxuan::kind::Kinds;
use luoxuan::{Document, Evidence, Index, RecordId};

use crate::access::settled;
use crate::disk;
use crate::pictures::picks_a_photograph;
use crate::teacher::Teacher;

use super::{arrives_in_a_term, takes_in};

/// Writes records in a line each: a day and a title.
fn adds(teacher: &Teacher, kind: &str, day: &str, lines: &[(&str, &str)]) {
    teacher.opens(&format!("#/records/{kind}"));
    settled(teacher);
    for (on, title) in lines {
        teacher.dates(day, on);
        teacher.run("document.querySelector('.add-line .wide input').focus()", vec![]);
        teacher.types(title);
        teacher.presses("Enter");
        teacher.sees(title);
    }
}

/// What is written down in a line: the kind, what its day is called, and its lines with their days.
type Lines = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Every activity line of the founding report's term.
const ACTIVITIES: [Lines; 14] = [
    (
        "theme",
        "开始",
        &[("2026-09-01", "“小脚丫课程”建设"), ("2026-09-01", "“学为中心”课堂建设")],
    ),
    ("ethics", "日期", &[("2026-09-10", "以人为本、敬业奉献")]),
    (
        "activity",
        "日期",
        &[("2026-09-19", "拓展活动"), ("2026-09-07", "教师会思想教育")],
    ),
    (
        "routine_class",
        "申报日期",
        &[("2026-09-20", "三（2）班"), ("2026-09-20", "五（1）班")],
    ),
    ("group_topic", "开始", &[("2026-09-03", "小组合作怎样不空转")]),
    (
        "meeting",
        "日期",
        &[("2026-09-15", "选题"), ("2026-10-15", "研究课"), ("2026-11-12", "研讨")],
    ),
    ("one_thing", "申报日期", &[("2026-09-12", "起步习作怎样写具体")]),
    (
        "contest_entry",
        "上级截止",
        &[("2026-11-20", "市论文评比"), ("2026-12-01", "学习指导案例评比")],
    ),
    ("course", "开始", &[("2026-09-01", "桥乡手艺")]),
    ("book", "开始读", &[("2026-09-05", "静悄悄的革命")]),
    ("salon", "日期", &[("2026-10-30", "诗与远方")]),
    ("sharing", "日期", &[("2026-11-06", "我读《静悄悄的革命》")]),
    ("lecture", "日期", &[("2026-10-12", "数据怎样说话")]),
    (
        "issue",
        "日期",
        &[("2027-01-15", "培训资源短缺"), ("2027-01-15", "缺乏专家的长期引领")],
    ),
];

/// Its awards and titles, as a sheet.
const OUTCOMES: &str = "类型,题目,级别,等第,获奖日期\n\
        课程改革项目,小脚丫课程,市级,一等奖,2026-12-01\n\
        教师课题,课题甲,市级,一等奖,2026-12-02\n教师课题,课题乙,市级,一等奖,2026-12-02\n\
        教师课题,课题丙,市级,二等奖,2026-12-02\n教师课题,课题丁,市级,二等奖,2026-12-02\n\
        教师课题,课题戊,市级,二等奖,2026-12-02\n教师课题,课题己,市级,二等奖,2026-12-02\n\
        案例,智慧课堂案例,国家级,一等奖,2026-12-03\n\
        典型交流,全国会议发言,国家级,,2026-10-20\n典型交流,全省会议发言,省级,,2026-10-21\n典型交流,全市会议发言,市级,,2026-10-22\n\
        承办现场会,市第七届数学课改领航现场会,市级,,2026-11-25\n\
        称号与项目学校,省教科院未来课堂培育学校,省级,,2026-12-10\n称号与项目学校,省精准教学研究项目学校,省级,,2026-12-11\n\
        课题立项,基于大数据的个性化学习研究,省级,,2026-12-12\n称号与项目学校,温州市课程改革样板校,市级,,2026-12-13";

/// The founding report's term: every activity line, and 29 open lessons, 16 lessons online, the awards and titles.
#[test]
fn the_report_of_a_term_tells_what_the_founding_report_tells() {
    let teacher = arrives_in_a_term();
    for (kind, day, lines) in ACTIVITIES {
        adds(&teacher, kind, day, lines);
    }
    takes_in_lessons(&teacher);
    takes_in(&teacher, "outcome", OUTCOMES, 16);

    teacher.opens("#/records");
    settled(&teacher);
    teacher.clicks_nth("2026 学年第 1 学期", -1);
    teacher.sees("2026学年第一学期工作总结");
    teacher.sees_it_kept();
    let index = disk::index(&teacher);
    let (id, document) = index.of_kind::<Document>().next().expect("the report");
    tells_what_there_was(document);
    every_count_names_its_records(&index, document);
    takes_the_report_home(&teacher, id);
    takes_the_handbook_home(&teacher);
}

/// Lessons of three kinds, each from a sheet.
fn takes_in_lessons(teacher: &Teacher) {
    let lessons: Vec<String> = (1..=29)
        .map(|number| {
            format!(
                "2026-10-{:02},公开课第{number}节,{}",
                number % 28 + 1,
                if number <= 9 { "省级" } else { "市级" }
            )
        })
        .collect();
    takes_in(
        teacher,
        "open_lesson",
        &format!("日期,课题,级别\n{}", lessons.join("\n")),
        29,
    );
    let online: Vec<String> = (1..=16)
        .map(|number| {
            let level = match number {
                1..=3 => "部级",
                4..=7 => "省级",
                _ => "市级",
            };
            format!("2026-11-{number:02},优课第{number}节,{level}")
        })
        .collect();
    takes_in(
        teacher,
        "online_lesson",
        &format!("日期,课题,级别\n{}", online.join("\n")),
        16,
    );
    takes_in(
        teacher,
        "quality_lesson",
        "日期,课题,级别,等第\n2026-11-05,音乐《瑶族舞曲》,省级,一等奖",
        1,
    );
}

/// A line for each kind that is counted, and a heading for each of the others.
fn tells_what_there_was(document: &Document) {
    let told: Vec<&str> = document
        .passages()
        .map(|(_, _, passage)| passage.text.as_str())
        .collect();
    for line in [
        "公开课29节：省级9节、市级20节。",
        "优质课评比1节：省级一等奖1节。",
        "一师一优课16节：部级3节、省级4节、市级9节。",
        "课程改革项目1项：市级一等奖1项。",
        "教师课题6项：市级一等奖2项、市级二等奖4项。",
        "案例1项：国家级一等奖1项。",
        "典型交流3项：国家级1项、省级1项、市级1项。",
        "承办现场会1项：市级1项。",
        "称号与项目学校3项：省级2项、市级1项。",
        "课题立项1项：省级1项。",
        "教研组活动3次：9月15日“选题”；10月15日“研究课”；11月12日“研讨”。",
        "读书沙龙1次：10月30日“诗与远方”（通知）。",
        "培训资源短缺。",
    ] {
        assert!(told.contains(&line), "{line}\n{}", told.join("\n"));
    }
    for line in [
        "师德培训",
        "集体活动",
        "学规班",
        "教研组专题研究",
        "做成一件事",
        "参加评比",
        "课程开发",
        "读书经验交流",
        "讲座",
    ] {
        assert!(
            told.iter().any(|text| text.starts_with("### ") && text.ends_with(line)),
            "{line}\n{}",
            told.join("\n")
        );
    }
}

/// Each line of work that is counted rests on as many records as it says, all of them there.
fn every_count_names_its_records(index: &Index, document: &Document) {
    for (line, number) in [
        ("公开课29节", 29),
        ("优质课评比1节", 1),
        ("一师一优课16节", 16),
        ("课程改革项目1项", 1),
        ("教师课题6项", 6),
        ("案例1项", 1),
        ("典型交流3项", 3),
        ("承办现场会1项", 1),
        ("称号与项目学校3项", 3),
        ("课题立项1项", 1),
        ("教研组活动3次", 3),
        ("读书沙龙1次", 1),
    ] {
        let told = document
            .passages()
            .find(|(_, _, passage)| passage.text.starts_with(line));
        let sources = &told.expect("it is told").2.sources;
        let records: BTreeSet<_> = sources.iter().map(|source| source.record).collect();
        assert_eq!((sources.len(), records.len()), (number, number), "{line}");
        assert!(records.iter().all(|record| index.has_any(*record)), "{line}");
    }
    let lessons = Kinds::of(index).named("open_lesson").expect("it is there").clone();
    let told = document
        .passages()
        .find(|(_, _, passage)| passage.text.starts_with("公开课29节"));
    for source in &told.expect("it is told").2.sources {
        assert!(lessons.records(index).any(|head| head.record() == source.record));
    }
}

/// The report as a Word file, with what it says.
fn takes_the_report_home(teacher: &Teacher, report: RecordId) {
    teacher.opens(&format!("#/text/{report}/out"));
    settled(teacher);
    let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
    let file = std::fs::File::open(file).expect("it was downloaded");
    let mut package = zip::ZipArchive::new(file).expect("a package");
    let part = package.by_name("word/document.xml").expect("its words");
    let document = std::io::read_to_string(part).expect("text");
    for said in ["公开课29节", "教师课题6项", "培训资源短缺", "<w:tbl>"] {
        assert!(document.contains(said), "{said}");
    }
}

/// The same records as a growth handbook: a Word file with a table for each kind.
fn takes_the_handbook_home(teacher: &Teacher) {
    teacher.opens("#/records");
    settled(teacher);
    teacher.chooses("学期", "2026 学年第 1 学期");
    let file = teacher.downloads(|| teacher.clicks("下载成长手册（Word）"));
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    assert_eq!(name, "教师成长手册-2026学年第一学期.docx");
    let file = std::fs::File::open(file).expect("it was downloaded");
    let mut package = zip::ZipArchive::new(file).expect("a package");
    let part = package.by_name("word/document.xml").expect("its words");
    let document = std::io::read_to_string(part).expect("text");
    assert_eq!(
        document.matches("<w:tbl>").count(),
        16,
        "a table for each kind that has records"
    );
    assert_eq!(document.matches("<w:tblHeader/>").count(), 16);
    for said in [
        "公开课29节（省级9节、市级20节）",
        "教师课题6项",
        "市第七届数学课改领航现场会",
        "市级",
        "2026.11.25",
        "起止时间",
    ] {
        assert!(document.contains(said), "{said}");
    }
    // What is no record of what was done: themes, the problems of the term.
    for unsaid in ["培训资源短缺", "小脚丫课程”建设"] {
        assert!(!document.contains(unsaid), "{unsaid}");
    }
}

/// What was less in the term before is told beside this one, and the pictures of the term stand behind it.
#[test]
fn a_report_tells_the_term_before_and_attaches_the_pictures_that_may_be_shown() {
    let teacher = arrives_in_a_term();
    let lessons = "日期,课题,级别\n2026-05-01,上学期的课,市级\n2026-10-01,圆的认识,市级\n2026-10-02,扇形,市级";
    takes_in(&teacher, "open_lesson", lessons, 3);
    teacher.opens("#/records/outcome");
    settled(&teacher);
    teacher.dates("获奖日期", "2026-12-01");
    teacher.writes_in("题目", "论文二等奖");
    picks_a_photograph(&teacher, "拍证书，或选图片");
    teacher.sees("证明和照片");
    teacher.opens("#/records");
    settled(&teacher);
    let tick = teacher.finds("tick", "附上证书和课堂的照片");
    teacher.browser.click(&tick).expect("it can be ticked");
    teacher.sees("1 张照片标着只给自己看");
    teacher.clicks("这张可以公开");
    teacher.sees("改成可公开了");
    teacher.sees_no("1 张照片标着只给自己看");
    teacher.clicks_nth("2026 学年第 1 学期", -1);
    teacher.sees("公开课2节：市级2节。比上学期的1节多1节。");
    teacher.sees_it_kept();
    let index = disk::index(&teacher);
    let (_, document) = index.of_kind::<Document>().next().expect("the report");
    let (_, evidence) = index.of_kind::<Evidence>().next().expect("the photograph");
    let picture = evidence.blob.as_ref().expect("a picture").id;
    let attached: Vec<&str> = document
        .section("appendix")
        .iter()
        .map(|passage| passage.text.as_str())
        .collect();
    assert_eq!(attached, ["### 证书", &format!("![论文二等奖](luoxuan:{picture})")]);
}
