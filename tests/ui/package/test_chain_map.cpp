#include <QTest>
class TestChainMap : public QObject { Q_OBJECT };
QTEST_MAIN(TestChainMap)
#include "test_chain_map.moc"
