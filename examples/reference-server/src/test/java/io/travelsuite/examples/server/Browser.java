package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium of this machine, driven by its chromedriver; nothing is ever fetched for it. */
final class Browser implements AutoCloseable {

  /** Of a phone and of a desk. */
  static final List<Integer> WIDTHS = List.of(390, 1280);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run",
          "--force-prefers-reduced-motion", // each picture of an animation is computed
          "--lang=en-GB",
          "--window-size=1280,900");
  private static final String AXE = resource("/axe.min.js");

  private final ChromeDriver driver;
  private final boolean scripted;

  private Browser(ChromeDriver driver, boolean scripted) {
    this.driver = driver;
    this.scripted = scripted;
  }

  /** Why there can be no browser here; empty when there can. */
  static Optional<String> missing() {
    return Stream.of(
            List.of("chromium", "chromium-browser", "google-chrome"), List.of("chromedriver"))
        .filter(names -> found(names).isEmpty())
        .map(names -> "no " + names.get(0) + " on the PATH")
        .findFirst();
  }

  private static Optional<File> found(List<String> names) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> names.stream().map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** A browser with or without script. */
  static Browser open(boolean scripted) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        found(List.of("chromium", "chromium-browser", "google-chrome")).orElseThrow());
    options.addArguments(ARGUMENTS);
    if (!scripted) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(found(List.of("chromedriver")).orElseThrow())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    return new Browser(driver, scripted);
  }

  /** Somebody else's browser from here on: no cookies, and nothing logged. */
  void forget() {
    driver.manage().deleteAllCookies();
    errors();
  }

  /** Makes the window so wide; a phone's is narrower than any desk lets a window be. */
  void width(int width) {
    boolean phone = width < 600;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", phone ? 844 : 900, "deviceScaleFactor", 1, "mobile", phone));
  }

  void open(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String title() {
    return driver.getTitle();
  }

  String seen() {
    return one("body").getText();
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /**
   * Clicks what may lie beyond the window's edge. Buttons and links lead elsewhere, which the
   * driver does not always wait for: the next look would be at the page that is left.
   */
  void click(String selector) {
    WebElement page = one("html");
    WebElement clicked = one(selector);
    boolean leads = Set.of("button", "a").contains(clicked.getTagName());
    clicked.click();
    if (leads) {
      await().atMost(PATIENCE).until(() -> isLeft(page));
    }
  }

  private static boolean isLeft(WebElement page) {
    try {
      page.isEnabled();
      return false;
    } catch (WebDriverException gone) {
      return true;
    }
  }

  void type(String selector, String text) {
    WebElement field = one(selector);
    field.clear();
    field.sendKeys(text);
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** What went wrong in the browser since it was last asked. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** By how many points the page is wider than the window. */
  long overflow() {
    return (Long)
        script(
            "const all = document.documentElement;"
                + " return Math.max(0, all.scrollWidth - all.clientWidth);");
  }

  /** What axe finds that is serious or critical, as {@code rule: element}. */
  List<?> accessibilityFaults() {
    if (!Boolean.TRUE.equals(script("return 'axe' in window"))) {
      script(AXE);
    }
    return (List<?>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(found => done(
              found.violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .flatMap(one => one.nodes.map(node => one.id + ': ' + node.html))));
            """);
  }

  /** Keeps what is seen, all of the page, where a test run is asked to: see the documentation. */
  void picture(String name) {
    String folder = System.getProperty("travel.screenshots", "");
    if (folder.isEmpty()) {
      return;
    }
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    try {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isScripted() {
    return scripted;
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
