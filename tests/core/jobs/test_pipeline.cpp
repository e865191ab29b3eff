#include "core/base/errors.h"
#include "core/jobs/pipeline.h"
#include "tests/support/expect.h"

#include <QTest>
#include <atomic>
#include <chrono>
#include <limits>
#include <memory>
#include <new>
#include <numeric>
#include <random>
#include <set>
#include <string>

using namespace streamdesk;
using namespace streamdesk::jobs;
using Clock = std::chrono::steady_clock;

namespace {

struct Item
{
    std::size_t number = 0;
    std::size_t result = 0;
};

// Keeps a core busy; a sleep would let the threads take turns too nicely.
void spin(std::chrono::microseconds time)
{
    for (const auto end = Clock::now() + time; Clock::now() < end;) {}
}

// How many are inside at once, and the most there ever were.
class Crowd
{
public:
    void enter() noexcept
    {
        const int now = ++m_now;
        int most = m_most;
        while (now > most && !m_most.compare_exchange_weak(most, now)) {}
    }
    void leave() noexcept { --m_now; }
    [[nodiscard]] int most() const noexcept { return m_most; }
    [[nodiscard]] int now() const noexcept { return m_now; }

private:
    std::atomic<int> m_now = 0;
    std::atomic<int> m_most = 0;
};

class Visit
{
public:
    explicit Visit(Crowd &crowd) : m_crowd(crowd) { m_crowd.enter(); }
    ~Visit() { m_crowd.leave(); }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

private:
    Crowd &m_crowd;
};

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

// Produces `count` numbered items.
auto counting(std::size_t count)
{
    return [next = std::size_t{0}, count](Item &item) mutable {
        item.number = next;
        return next++ < count;
    };
}

Item makeItem()
{
    return {};
}

void noWork(Item &) {}

// Tells when the thread it lives in has ended.
class EndOfThread
{
public:
    ~EndOfThread()
    {
        if (m_ended != nullptr) {
            *m_ended = true;
        }
    }
    void tell(std::atomic<bool> &ended) noexcept { m_ended = &ended; }

private:
    std::atomic<bool> *m_ended = nullptr;
};

struct Failure : std::runtime_error
{
    explicit Failure(std::size_t number) : std::runtime_error(std::to_string(number)) {}
};

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsInOrderWhateverWorkTakes_data();
    void commitsInOrderWhateverWorkTakes();
    void neverMoreItemsInFlightThanSlots_data();
    void neverMoreItemsInFlightThanSlots();
    void workRunsInParallel();
    void slowestItemHoldsBackOnlyAsManyAsThereAreSlots();
    void slotsAreMadeOnceAndUsedAgain();
    void slotsMayBeMoveOnly();
    void noItemsMeansNoWork();
    void producingGoesOnUntilItSaysNo();
    void errorInProduceIsThrown_data();
    void errorInProduceIsThrown();
    void errorInWorkIsThrownInItsTurn_data();
    void errorInWorkIsThrownInItsTurn();
    void firstOfSeveralWorkErrorsIsThrown_data();
    void firstOfSeveralWorkErrorsIsThrown();
    void errorInCommitIsThrown_data();
    void errorInCommitIsThrown();
    void firstErrorThatEndsThePipelineStays();
    void errorWhileMakingSlotsIsThrown();
    void errorsKeepTheirType();
    void anErrorEndsTheOthersBeforeItIsThrown();
    void stopBeforeTheBeginningDoesNothing();
    void stopEndsLongWorkWithinATenthOfASecond_data();
    void stopEndsLongWorkWithinATenthOfASecond();
    void stopEndsEndlessProducing();
    void stopWhileProducingKeepsTheItemFromBeingWorkedOn();
    void stopInCommitEndsThePipeline();
    void stopKeepsWhatIsReadyFromBeingCommitted();
    void stopAfterTheLastItemIsTooLate();
    void everyShapeGivesTheSame();
    void shapeFitsTheMemory_data();
    void shapeFitsTheMemory();

private:
    static void shapes()
    {
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<quint32>("slotCount");
        QTest::newRow("one thread, one slot") << 1U << 1U;
        QTest::newRow("one thread, many slots") << 1U << 8U;
        QTest::newRow("two threads, two slots") << 2U << 2U;
        QTest::newRow("many threads, one slot") << 8U << 1U;
        QTest::newRow("many threads, few slots") << 8U << 3U;
        QTest::newRow("many threads, as many slots") << 8U << 8U;
        QTest::newRow("many threads, more slots") << 8U << 16U;
        QTest::newRow("very many threads") << 32U << 64U;
    }
};

void TestPipeline::commitsInOrderWhateverWorkTakes_data()
{
    shapes();
}

void TestPipeline::commitsInOrderWhateverWorkTakes()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    constexpr std::size_t count = 3000;
    std::mt19937 random(threads * 100 + slotCount);
    std::vector<std::chrono::microseconds> times;
    for (std::size_t i = 0; i < count; ++i) {
        times.emplace_back(random() % 100 == 0 ? 1000 : random() % 30);
    }
    Crowd producers;
    Crowd committers;
    std::vector<std::size_t> committed;
    std::size_t wrongResults = 0;
    auto produce = counting(count);
    runPipeline(
        {.threads = threads, .slots = slotCount}, {}, makeItem,
        [&](Item &item) {
            const Visit visit(producers);
            return produce(item);
        },
        [&](Item &item) {
            spin(times[item.number]);
            item.result = item.number * item.number;
        },
        [&](Item &item) {
            const Visit visit(committers);
            committed.push_back(item.number);
            wrongResults += item.result == item.number * item.number ? 0U : 1U;
        });
    QVERIFY(committed == upTo(count));
    QCOMPARE(wrongResults, std::size_t{0});
    QCOMPARE(producers.most(), 1);
    QCOMPARE(committers.most(), 1);
}

void TestPipeline::neverMoreItemsInFlightThanSlots_data()
{
    shapes();
}

void TestPipeline::neverMoreItemsInFlightThanSlots()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    constexpr std::size_t count = 1000;
    Crowd inFlight;
    Crowd working;
    std::size_t committed = 0;
    auto produce = counting(count);
    runPipeline(
        {.threads = threads, .slots = slotCount}, {}, makeItem,
        [&](Item &item) {
            inFlight.enter();
            const bool more = produce(item);
            if (!more) {
                inFlight.leave();
            }
            return more;
        },
        [&](Item &item) {
            const Visit visit(working);
            spin(std::chrono::microseconds(item.number % 7 == 0 ? 200 : 5));
        },
        [&](Item &) {
            spin(std::chrono::microseconds(5));
            ++committed;
            inFlight.leave();
        });
    QCOMPARE(committed, count);
    QCOMPARE(inFlight.now(), 0);
    QVERIFY2(inFlight.most() <= static_cast<int>(slotCount), std::to_string(inFlight.most()).c_str());
    QVERIFY2(working.most() <= static_cast<int>(std::min(threads, slotCount)), std::to_string(working.most()).c_str());
}

// Each work waits for the other: with one at a time the test would never end.
void TestPipeline::workRunsInParallel()
{
    std::atomic<int> inside = 0;
    std::size_t committed = 0;
    runPipeline(
        {.threads = 4, .slots = 4}, {}, makeItem, counting(4),
        [&](Item &) {
            ++inside;
            while (inside < 4) {
                std::this_thread::yield();
            }
        },
        [&](Item &) { ++committed; });
    QCOMPARE(committed, std::size_t{4});
}

// While the first item is being worked on, all other slots are filled and worked on, and then it waits.
void TestPipeline::slowestItemHoldsBackOnlyAsManyAsThereAreSlots()
{
    constexpr std::size_t slotCount = 5;
    std::atomic<std::size_t> worked = 0;
    std::vector<std::size_t> committed;
    std::size_t workedAtFirstCommit = 0;
    runPipeline(
        {.threads = 3, .slots = slotCount}, {}, makeItem, counting(20),
        [&](Item &item) {
            if (item.number == 0) {
                while (worked < slotCount - 1) {
                    std::this_thread::yield();
                }
            }
            ++worked;
        },
        [&](Item &item) {
            if (committed.empty()) {
                workedAtFirstCommit = worked;
            }
            committed.push_back(item.number);
        });
    QCOMPARE(workedAtFirstCommit, slotCount);
    QVERIFY(committed == upTo(20));
}

void TestPipeline::slotsAreMadeOnceAndUsedAgain()
{
    std::size_t made = 0;
    bool madeLate = false;
    bool begun = false;
    std::set<const void *> seen;
    std::vector<std::size_t> committed;
    auto produce = counting(100);
    runPipeline(
        {.threads = 4, .slots = 6}, {},
        [&] {
            ++made;
            madeLate = madeLate || begun;
            return std::make_unique<Item>();
        },
        [&](std::unique_ptr<Item> &item) {
            begun = true;
            return produce(*item);
        },
        [](std::unique_ptr<Item> &) {},
        [&](std::unique_ptr<Item> &item) {
            seen.insert(item.get());
            committed.push_back(item->number);
        });
    QCOMPARE(made, std::size_t{6});
    QVERIFY(!madeLate);
    QCOMPARE(seen.size(), std::size_t{6});
    QVERIFY(committed == upTo(100));
}

void TestPipeline::slotsMayBeMoveOnly()
{
    std::size_t sum = 0;
    std::size_t next = 0;
    runPipeline(
        {.threads = 2, .slots = 3}, {}, [] { return std::vector<std::unique_ptr<std::size_t>>(); },
        [&](auto &slot) {
            slot.clear();
            slot.push_back(std::make_unique<std::size_t>(next));
            return next++ < 10;
        },
        [](auto &slot) { *slot[0] *= 2; }, [&](auto &slot) { sum += *slot[0]; });
    QCOMPARE(sum, std::size_t{90});
}

void TestPipeline::noItemsMeansNoWork()
{
    for (const unsigned threads : {1U, 8U}) {
        std::atomic<int> produced = 0;
        std::atomic<int> others = 0;
        runPipeline(
            {.threads = threads, .slots = threads}, {}, makeItem,
            [&](Item &) {
                ++produced;
                return false;
            },
            [&](Item &) { ++others; }, [&](Item &) { ++others; });
        QCOMPARE(produced.load(), 1);
        QCOMPARE(others.load(), 0);
    }
}

void TestPipeline::producingGoesOnUntilItSaysNo()
{
    std::atomic<int> asked = 0;
    std::size_t committed = 0;
    auto produce = counting(500);
    runPipeline(
        {.threads = 8, .slots = 16}, {}, makeItem,
        [&](Item &item) {
            ++asked;
            return produce(item);
        },
        noWork, [&](Item &) { ++committed; });
    QCOMPARE(committed, std::size_t{500});
    QCOMPARE(asked.load(), 501); // and not again after that
}

void TestPipeline::errorInProduceIsThrown_data()
{
    shapes();
}

void TestPipeline::errorInProduceIsThrown()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    std::vector<std::size_t> committed;
    auto produce = counting(100);
    const auto error = test::thrownBy<Failure>([&] {
        runPipeline(
            {.threads = threads, .slots = slotCount}, {}, makeItem,
            [&](Item &item) {
                const bool more = produce(item);
                if (item.number == 40) {
                    throw Failure(item.number);
                }
                return more;
            },
            noWork, [&](Item &item) { committed.push_back(item.number); });
    });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()), std::string("40"));
    QVERIFY(committed.size() <= 40);
    QVERIFY(committed == upTo(committed.size()));
}

void TestPipeline::errorInWorkIsThrownInItsTurn_data()
{
    shapes();
}

void TestPipeline::errorInWorkIsThrownInItsTurn()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    std::vector<std::size_t> committed;
    const auto error = test::thrownBy<Failure>([&] {
        runPipeline(
            {.threads = threads, .slots = slotCount}, {}, makeItem, counting(100),
            [](Item &item) {
                if (item.number == 40) {
                    throw Failure(item.number);
                }
                spin(std::chrono::microseconds(20));
            },
            [&](Item &item) { committed.push_back(item.number); });
    });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()), std::string("40"));
    // Everything before it was good, and is committed; nothing behind it is.
    QVERIFY(committed == upTo(40));
}

void TestPipeline::firstOfSeveralWorkErrorsIsThrown_data()
{
    shapes();
}

void TestPipeline::firstOfSeveralWorkErrorsIsThrown()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::size_t> committed;
        const auto error = test::thrownBy<Failure>([&] {
            runPipeline(
                {.threads = threads, .slots = slotCount}, {}, makeItem, counting(100),
                [](Item &item) {
                    if (item.number >= 3) {
                        // The first to be told is the last to happen.
                        spin(std::chrono::microseconds(item.number == 3 ? 500 : 0));
                        throw Failure(item.number);
                    }
                },
                [&](Item &item) { committed.push_back(item.number); });
        });
        QVERIFY(error);
        QCOMPARE(std::string(error->what()), std::string("3"));
        QVERIFY(committed == upTo(3));
    }
}

void TestPipeline::errorInCommitIsThrown_data()
{
    shapes();
}

void TestPipeline::errorInCommitIsThrown()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    std::vector<std::size_t> begun;
    const auto error = test::thrownBy<Failure>([&] {
        runPipeline({.threads = threads, .slots = slotCount}, {}, makeItem, counting(100), noWork, [&](Item &item) {
            begun.push_back(item.number);
            if (item.number == 40) {
                throw Failure(item.number);
            }
        });
    });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()), std::string("40"));
    QVERIFY(begun == upTo(41)); // no commit after the one that failed
}

void TestPipeline::firstErrorThatEndsThePipelineStays()
{
    std::atomic<bool> producing = false;
    std::atomic<bool> firstIsRecorded = false;
    std::size_t next = 0;
    const auto error = test::thrownBy<Failure>([&] {
        runPipeline(
            {.threads = 2, .slots = 4}, {}, makeItem,
            [&](Item &) {
                if (next++ == 0) {
                    return true;
                }
                producing = true;
                while (!firstIsRecorded) {
                    std::this_thread::yield();
                }
                throw Failure(2);
            },
            noWork,
            [&](Item &) {
                while (!producing) {
                    std::this_thread::yield();
                }
                thread_local EndOfThread end;
                end.tell(firstIsRecorded);
                throw Failure(1);
            });
    });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()), std::string("1"));
}

void TestPipeline::errorWhileMakingSlotsIsThrown()
{
    int made = 0;
    int calls = 0;
    const auto error = test::thrownBy<std::bad_alloc>([&] {
        runPipeline(
            {.threads = 4, .slots = 4}, {},
            [&] {
                if (++made == 3) {
                    throw std::bad_alloc();
                }
                return Item();
            },
            [&](Item &) { return ++calls > 0; }, [&](Item &) { ++calls; }, [&](Item &) { ++calls; });
    });
    QVERIFY(error);
    QCOMPARE(calls, 0);
}

void TestPipeline::errorsKeepTheirType()
{
    const auto run = [](auto fail) {
        runPipeline(
            {.threads = 2, .slots = 4}, {}, makeItem, counting(10), [&](Item &) { fail(); }, noWork);
    };
    const auto io = test::thrownBy<IoError>(
        [&] { run([] { throw IoError(ErrorCode::DiskFull, "no space", {.file = "out", .field = {}, .chunk = 7}); }); });
    QVERIFY(io);
    QCOMPARE(io->code(), ErrorCode::DiskFull);
    QCOMPARE(std::string(io->what()), std::string("out: chunk 7: no space"));
    QVERIFY(test::thrownBy<std::bad_alloc>([&] { run([] { throw std::bad_alloc(); }); }));
    QVERIFY(test::thrownBy<int>([&] { run([] { throw 5; }); }) == 5);
}

// Whoever catches the error may take away what the stages use.
void TestPipeline::anErrorEndsTheOthersBeforeItIsThrown()
{
    for (int round = 0; round < 20; ++round) {
        Crowd inside;
        auto produce = counting(100);
        const auto error = test::thrownBy<Failure>([&] {
            runPipeline(
                {.threads = 8, .slots = 8}, {}, makeItem,
                [&](Item &item) {
                    const Visit visit(inside);
                    return produce(item);
                },
                [&](Item &item) {
                    const Visit visit(inside);
                    if (item.number == 0) {
                        throw Failure(0);
                    }
                    spin(std::chrono::microseconds(2000));
                },
                noWork);
        });
        QVERIFY(error);
        QCOMPARE(inside.now(), 0);
    }
}

void TestPipeline::stopBeforeTheBeginningDoesNothing()
{
    StopFlag stop;
    stop.requestStop();
    std::atomic<int> calls = 0;
    const auto error = test::thrownBy([&] {
        runPipeline(
            {.threads = 4, .slots = 4}, {.stop = &stop, .progress = {}}, makeItem, [&](Item &) { return ++calls > 0; },
            [&](Item &) { ++calls; }, [&](Item &) { ++calls; });
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QCOMPARE(calls.load(), 0);
}

void TestPipeline::stopEndsLongWorkWithinATenthOfASecond_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<quint32>("slotCount");
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    QTest::newRow("one thread, one slot") << 1U << 1U;
    QTest::newRow("one thread, many slots") << 1U << 8U;
    QTest::newRow("one thread for each core") << cores << cores;
    QTest::newRow("one thread for each core, twice as many slots") << cores << 2 * cores;
}

void TestPipeline::stopEndsLongWorkWithinATenthOfASecond()
{
    QFETCH(unsigned, threads);
    QFETCH(quint32, slotCount);
    StopFlag stop;
    const JobControl control{.stop = &stop, .progress = {}};
    std::atomic<std::size_t> working = 0;
    const std::size_t busy = std::min<std::size_t>(threads, slotCount);
    Clock::time_point asked;
    std::thread person([&] {
        while (working < busy) { // all that can work do
            std::this_thread::yield();
        }
        asked = Clock::now();
        stop.requestStop();
    });
    int committed = 0;
    const auto error = test::thrownBy([&] {
        runPipeline(
            {.threads = threads, .slots = slotCount}, control, makeItem, counting(1'000'000),
            [&](Item &) {
                ++working;
                for (;;) { // work without an end, in steps of a millisecond
                    spin(std::chrono::microseconds(1000));
                    control.checkStop();
                }
            },
            [&](Item &) { ++committed; });
    });
    const auto ended = Clock::now();
    person.join();
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QCOMPARE(committed, 0);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(ended - asked).count();
    QVERIFY2(milliseconds < 100, std::to_string(milliseconds).c_str());
}

void TestPipeline::stopEndsEndlessProducing()
{
    StopFlag stop;
    std::size_t committed = 0;
    const auto error = test::thrownBy([&] {
        runPipeline(
            {.threads = 4, .slots = 8}, {.stop = &stop, .progress = {}}, makeItem, [](Item &) { return true; }, noWork,
            [&](Item &) {
                if (++committed == 1000) {
                    stop.requestStop();
                }
            });
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QCOMPARE(committed, std::size_t{1000});
}

void TestPipeline::stopWhileProducingKeepsTheItemFromBeingWorkedOn()
{
    StopFlag stop;
    std::atomic<int> later = 0;
    const auto error = test::thrownBy([&] {
        runPipeline(
            {.threads = 1, .slots = 2}, {.stop = &stop, .progress = {}}, makeItem,
            [&](Item &) {
                stop.requestStop();
                return true;
            },
            [&](Item &) { ++later; }, [&](Item &) { ++later; });
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QCOMPARE(later.load(), 0);
}

void TestPipeline::stopInCommitEndsThePipeline()
{
    StopFlag stop;
    const JobControl control{.stop = &stop, .progress = {}};
    std::vector<std::size_t> committed;
    const auto error = test::thrownBy([&] {
        runPipeline({.threads = 3, .slots = 3}, control, makeItem, counting(100), noWork, [&](Item &item) {
            if (item.number == 10) {
                stop.requestStop();
            }
            control.checkStop();
            committed.push_back(item.number);
        });
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QVERIFY(committed == upTo(10));
}

void TestPipeline::stopKeepsWhatIsReadyFromBeingCommitted()
{
    StopFlag stop;
    std::atomic<int> worked = 0;
    std::atomic<bool> exhausted = false;
    int committed = 0;
    auto produce = counting(4);
    const auto error = test::thrownBy([&] {
        runPipeline(
            {.threads = 2, .slots = 5}, {.stop = &stop, .progress = {}}, makeItem,
            [&](Item &item) {
                const bool more = produce(item);
                exhausted = !more;
                return more;
            },
            [&](Item &item) {
                if (item.number == 0) { // all the others wait behind it
                    while (worked < 3 || !exhausted) {
                        std::this_thread::yield();
                    }
                    stop.requestStop();
                }
                ++worked;
            },
            [&](Item &) { ++committed; });
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
    QCOMPARE(committed, 0);
}

// Everything is done by then: to call it stopped would be wrong.
void TestPipeline::stopAfterTheLastItemIsTooLate()
{
    StopFlag stop;
    std::vector<std::size_t> committed;
    std::atomic<bool> exhausted = false;
    auto produce = counting(5);
    runPipeline(
        {.threads = 2, .slots = 4}, {.stop = &stop, .progress = {}}, makeItem,
        [&](Item &item) {
            const bool more = produce(item);
            exhausted = !more;
            return more;
        },
        noWork,
        [&](Item &item) {
            committed.push_back(item.number);
            if (item.number == 4) {
                while (!exhausted) {
                    std::this_thread::yield();
                }
                stop.requestStop();
            }
        });
    QVERIFY(committed == upTo(5));
}

void TestPipeline::everyShapeGivesTheSame()
{
    for (unsigned threads = 1; threads <= 6; ++threads) {
        for (std::size_t slotCount = 1; slotCount <= 7; ++slotCount) {
            for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{2}, slotCount, slotCount + 1,
                                            3 * slotCount, std::size_t{200}}) {
                std::vector<std::size_t> committed;
                runPipeline({.threads = threads, .slots = slotCount}, {}, makeItem, counting(count), noWork,
                            [&](Item &item) { committed.push_back(item.number); });
                QVERIFY(committed == upTo(count));
            }
        }
    }
}

void TestPipeline::shapeFitsTheMemory_data()
{
    QTest::addColumn<quint64>("slotBytes");
    QTest::addColumn<quint64>("budget");

    QTest::newRow("plenty") << quint64{1} << (quint64{1} << 40U);
    QTest::newRow("the usual") << quint64{300'000} << (quint64{64} << 20U);
    QTest::newRow("one slot exactly") << quint64{1000} << quint64{1000};
    QTest::newRow("not even one slot") << quint64{1000} << quint64{999};
    QTest::newRow("nothing") << quint64{1000} << quint64{0};
    QTest::newRow("two slots") << quint64{1000} << quint64{2999};
    QTest::newRow("slots of no size") << quint64{0} << quint64{100};
    QTest::newRow("slots of no size and nothing") << quint64{0} << quint64{0};
    QTest::newRow("giant slots") << std::numeric_limits<quint64>::max() << (quint64{64} << 20U);
    QTest::newRow("giant budget") << quint64{1} << std::numeric_limits<quint64>::max();
}

void TestPipeline::shapeFitsTheMemory()
{
    QFETCH(quint64, slotBytes);
    QFETCH(quint64, budget);
    const PipelineShape shape = PipelineShape::fitting(slotBytes, budget);
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    QVERIFY(shape.slots >= 1);
    QVERIFY(shape.threads >= 1);
    QVERIFY(shape.threads <= cores);
    QVERIFY(shape.slots <= 2 * cores);
    QVERIFY(shape.threads <= shape.slots); // a thread without a slot would only wait
    QVERIFY(shape.slots == 1 || slotBytes == 0 || shape.slots <= budget / slotBytes);
    // No core idles and no memory is wasted without need.
    const quint64 affordable = std::max<quint64>(1, budget / std::max<quint64>(1, slotBytes));
    const std::size_t wanted = 2 * std::min<std::size_t>(cores, 64);
    QCOMPARE(shape.slots, static_cast<std::size_t>(std::min<quint64>(affordable, wanted)));
    QCOMPARE(std::size_t{shape.threads}, std::min(shape.slots, wanted / 2));
}

QTEST_APPLESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
