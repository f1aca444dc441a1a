// SPDX-License-Identifier: Apache-2.0

/// Answers to questions that the items of one document ask again and again: who wrote this, whom does this credit name.
///
/// It lives as long as the document's header, which all its items share.
final class Recollection<Question: Hashable, Answer> {
    private var answers: [Question: Answer] = [:]

    /// The answer of the last time, else what `find` finds.
    func answer(to question: Question, orFind find: (Question) -> Answer) -> Answer {
        if let known = answers[question] { return known }
        let answer = find(question)
        answers[question] = answer
        return answer
    }
}
