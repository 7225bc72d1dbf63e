package coop.roseash.dev.setting;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {
    private static final Path ROOT = Path.of("/srv/rose-ash");

    @Test
    void handsSettingsToAllServicesAndLetsOneDiffer() {
        Settings settings = parse("--set", "session.life=5m", "--set", "cart:session.life=10s");
        assertThat(settings.given("blog")).containsEntry("session.life", "5m");
        assertThat(settings.given("cart")).containsEntry("session.life", "10s");
    }

    @Test
    void keepsItsOwnSettingsToItself() {
        Settings settings = parse("--set", "port.base=9000", "--set", "data=/tmp/coop", "--set", "demo=false");
        assertThat(settings.given("blog")).isEmpty();
        assertThat(settings.port(Part.BLOG)).isEqualTo(9001);
        assertThat(settings.origin("blog")).isEqualTo("http://blog.rose-ash.localhost:9000");
        assertThat(settings.data()).isEqualTo(Path.of("/tmp/coop"));
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void movesOnePortAlone() {
        assertThat(parse("--set", "port.mail-page=8500").port(Part.MAIL_PAGE)).isEqualTo(8500);
    }

    @Test
    void takesAValueThatHoldsAnEqualsSign() {
        assertThat(parse("--set", "a=b=c").given("blog")).containsEntry("a", "b=c");
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysSo() {
        assertThatThrownBy(() -> parse("--sett", "a=b")).isInstanceOf(StartProblem.class)
            .hasMessageContaining("--sett");
        assertThatThrownBy(() -> parse("--set", "nonsense")).isInstanceOf(StartProblem.class)
            .hasMessageContaining("key=value");
        assertThatThrownBy(() -> parse("--set", "port.base=70000").port(Part.BLOG)).isInstanceOf(StartProblem.class)
            .hasMessageContaining("port.base");
        assertThatThrownBy(() -> parse("--set", "port.base=x").port(Part.BLOG)).isInstanceOf(StartProblem.class);
        assertThatThrownBy(() -> parse("--set", "live=blogg").live()).isInstanceOf(StartProblem.class)
            .hasMessageContaining("blogg")
            .hasMessageContaining("blog, cart");
    }

    @Test
    void hasTheOptimisingCompilerWhereAskedFor() {
        assertThat(parse().quick()).isTrue();
        assertThat(parse("--set", "compiler=peak").quick()).isFalse();
        assertThatThrownBy(() -> parse("--set", "compiler=c2").quick()).isInstanceOf(StartProblem.class)
            .hasMessageContaining("quick or peak");
    }

    private static Settings parse(String... arguments) {
        return Settings.parse(ROOT, List.of(arguments));
    }
}
