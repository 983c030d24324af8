//! 错别字: a short list of words that are always wrong, as teachers' texts have them.

use super::{CheckContext, DiagnosticCode};
use crate::text::is_quoted;
use crate::text::{Finder, fold};

/// Wrong and right words, divided by `>`; behind `!` the characters that make the wrong word a right one when they
/// follow (按排名), behind `^` those that do when they stand before (自己经历). Only what no right text holds belongs here.
const WRONG: &str = "按排>安排!名队隊序列行座|必竟>毕竟|竞然>竟然|即然>既然|尤如>犹如|辩析>辨析|渡假>度假|好象>好像!棋|凑和>凑合\
    |迫不急待>迫不及待|一如继往>一如既往|一如繼往>一如既往|再接再励>再接再厉|再接再勵>再接再厲|谈笑风声>谈笑风生|走头无路>走投无路\
    |甘败下风>甘拜下风|旁证博引>旁征博引|出奇不意>出其不意|脉博>脉搏|松驰>松弛|气慨>气概|寒喧>寒暄|追朔>追溯|陷井>陷阱|震憾>震撼\
    |遗撼>遗憾|循序渐近>循序渐进|循序漸近>循序漸進|循循善秀>循循善诱|因才施教>因材施教|因地治宜>因地制宜|融汇贯通>融会贯通\
    |融匯貫通>融會貫通|触类傍通>触类旁通|事半功陪>事半功倍|恰如其份>恰如其分|潜移墨化>潜移默化|以身做则>以身作则|以身做則>以身作則\
    |有的放失>有的放矢|一踏糊涂>一塌糊涂|再所难免>在所难免|相辅相承>相辅相成|相輔相承>相輔相成|按步就班>按部就班|墨守陈规>墨守成规\
    |墨守陳規>墨守成規|穿流不息>川流不息|人才倍出>人才辈出|言简意骇>言简意赅|别出心才>别出心裁|全神惯注>全神贯注|专心至志>专心致志\
    |專心至志>專心致志|集思广义>集思广益|集思廣義>集思廣益|身临奇境>身临其境|身臨奇境>身臨其境|兴趣昂然>兴趣盎然|興趣昂然>興趣盎然\
    |学生门>学生们!口卫外內内诊票前后|學生門>學生們!口外內診票前後|同学门>同学们!口卫外内前后|同學門>同學們!口外內前後|孩子门>孩子们!口外内前后\
    |孩子門>孩子們!口外內前後|老师门>老师们!口外内前后|老師門>老師們!口外內前後|观查>观察!看找阅^直|觀查>觀察!看找閱^直\
    |时侯>时候|時侯>時候|等侯>等候|数剧>数据|提练>提炼!习習^问主标选|熟炼>熟练|锻练>锻炼|鍛煉>鍛鍊|训炼>训练|訓煉>訓練\
    |自已>自己!有经經知成完故^来來出源|己经>已经^自知异|己經>已經^自知異|达道>达到!德理^传|達道>達到!德理^傳|意识道>意识到!理德|认识道>认识到!理德路\
    |作业薄>作业簿!弱|作業薄>作業簿!弱|练习薄>练习簿!弱|練習薄>練習簿!弱|截止到>截至|连系>联系!统|\
    recieve>receive|seperate>separate|definately>definitely|occured>occurred|untill>until|begining>beginning|knowlege>knowledge";

impl CheckContext<'_> {
    /// What stands in quotation marks was said or written by somebody, and stays as it was.
    pub(super) fn spelling(&mut self) {
        for (place, text) in self.written() {
            for (from, to, right) in misspelt(text) {
                if !is_quoted(text.get(..from).unwrap_or_default()) {
                    let said = text.get(from..to).unwrap_or_default();
                    self.find(
                        DiagnosticCode::Misspelling,
                        place.place(from, to),
                        &[("said", &said), ("right", &right)],
                    );
                }
            }
        }
    }
}

/// The words of the list in a text, in order, with what they should be.
fn misspelt(text: &str) -> Vec<(usize, usize, &'static str)> {
    let folded = fold(text);
    let mut found = Vec::new();
    for entry in WRONG.split('|') {
        let (entry, not_after) = entry.split_once('^').unwrap_or((entry, ""));
        let (entry, not_before) = entry.split_once('!').unwrap_or((entry, ""));
        let Some((wrong, right)) = entry.split_once('>').filter(|(wrong, _)| folded.contains(wrong)) else {
            continue;
        };
        let Some(finder) = Finder::new(wrong) else { continue };
        for hit in finder.hits(&folded, text) {
            let before = text.get(..hit.start).and_then(|before| before.chars().next_back());
            let after = text.get(hit.end..).and_then(|after| after.chars().next());
            let is_right = before.is_some_and(|sign| not_after.contains(sign))
                || after.is_some_and(|sign| not_before.contains(sign));
            if !is_right {
                found.push((hit.start, hit.end, right));
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_found_and_what_only_looks_so_is_not() {
        let found = |text: &str| misspelt(text).into_iter().map(|(.., right)| right).collect::<Vec<_>>();
        assert_eq!(
            found("这样按排，因才施教，循序渐近。"),
            ["安排", "因材施教", "循序渐进"]
        );
        assert_eq!(found("學生門都到了，時侯還早，己經寫完。"), ["學生們", "時候", "已經"]);
        assert_eq!(found("They Recieve it."), ["receive"]);
        for right in [
            "按排名和按排队的次序",
            "自己经历过，来自已有的经验，各自已有办法",
            "学生门口，老师门前",
            "直观查看，问题提练习",
            "作业薄弱，传达道德，达道理",
            "下象棋的爱好象棋迷",
        ] {
            assert_eq!(found(right), [""; 0], "{right}");
        }
    }

    /// A list in which a right word is called wrong would accuse whoever writes well.
    #[test]
    fn no_right_word_is_on_the_list() {
        let right = WRONG
            .split('|')
            .filter_map(|entry| entry.split(['!', '^']).next()?.split_once('>'));
        for (wrong, right) in right {
            assert_ne!(wrong, right);
            assert!(misspelt(right).is_empty(), "{right}");
            assert_eq!(wrong.is_ascii(), right.is_ascii(), "{wrong}");
        }
    }
}
