package jingwei.tenancy.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// 契约: what all operations of the published contract share: names that do not change by accident, the nine subsystems as
/// tags, one shape for every refusal, how to sign in and how to write.
@Component
class Contract implements OpenApiCustomizer, GlobalOperationCustomizer {

    private static final String PROBLEM = "Problem";
    private static final List<Tag> SUBSYSTEMS = List.of(
            tag("collection", "监管数据无线采集"), tag("acceptance", "监督中心受理"), tag("cooperation", "协同工作"),
            tag("overview", "监督指挥"), tag("evaluation", "综合评价"), tag("geocoding", "地理编码"),
            tag("maintenance", "应用维护"), tag("basedata", "基础数据资源管理"), tag("exchange", "数据交换"));

    @Override
    public void customise(OpenAPI contract) {
        contract.setInfo(new Info().title("经纬 Jingwei").version("1.0.0")
                .description("数字化城市管理信息系统的公开契约。The public contract of an information system for digitized supervision "
                        + "and management of city. 写请求须带 Idempotency-Key；every write carries an Idempotency-Key.")
                .license(new License().name("Apache-2.0")));
        contract.setServers(null);
        contract.setTags(SUBSYSTEMS);
        Components components = contract.getComponents() == null ? new Components() : contract.getComponents();
        contract.setComponents(components.addSchemas(PROBLEM, problem())
                .addSecuritySchemes("bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("登录时得到的令牌 the token answered at the sign-in")));
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        contract.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(
                (method, operation) -> complete(operation, !method.name().equals("GET") && !keyless(path))));
        contract.addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /// The operation's name: the controller's noun and the method's verb, so that no other operation can rename it.
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String noun = handler.getBeanType().getSimpleName().replace("Controller", "");
        String verb = handler.getMethod().getName();
        operation.setOperationId(Character.toLowerCase(noun.charAt(0)) + noun.substring(1)
                + Character.toUpperCase(verb.charAt(0)) + verb.substring(1));
        if (operation.getTags() != null) {
            operation.setTags(operation.getTags().stream().sorted().toList());
        }
        return operation;
    }

    /// Writes that carry no key: signing in and out, the very first start, media, which are known by their content, and what
    /// phones send in parts or by the thousand, known by offset and moment.
    private static boolean keyless(String path) {
        return path.startsWith("/api/sessions") || path.equals("/api/media") || path.equals("/api/first-administrator")
                || path.equals("/api/collection/positions") || path.equals("/api/collection/tracker")
                || path.equals("/api/collection/submissions") || path.startsWith("/api/citizen/")
                || path.equals("/api/exchange/letters") || path.equals("/api/exchange/media/{hash}")
                || path.equals("/api/exchange/joinings") || path.equals("/api/exchange/gateways/{door}")
                || path.equals("/api/exchange/deliveries/{key}") || path.startsWith("/api/collection/uploads") || path.startsWith("/api/collection/phones/");
    }

    private static void complete(Operation operation, boolean keyed) {
        ApiResponses responses = operation.getResponses();
        if (responses == null) {
            responses = new ApiResponses();
            operation.setResponses(responses);
        }
        // What the advice answers is the same everywhere and said once, as the default.
        responses.keySet().removeIf(status -> status.compareTo("400") >= 0 && !status.equals("default"));
        responses.addApiResponse("default", new ApiResponse().description("拒绝 refused")
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().forEach((type, content) -> {
                if (!type.contains("json") && content.getExample() == null) {
                    content.example("（文件内容 the bytes of the file）");
                }
            });
        }
        if (keyed) {
            operation.addParametersItem(new Parameter().in("header").name("Idempotency-Key").required(true)
                    .description("幂等键，重发时用同一个 the same when sent again").schema(new StringSchema())
                    .example("0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11"));
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("拒绝：发生了什么、依据、该怎么办 what happened, why, and what to do (RFC 9457)")
                .properties(new TreeMap<>(Map.of(
                        "type", text("urn:jingwei:refused:not-your-axis", "urn:jingwei:refused: 加代码词 and the code word"),
                        "title", text("“结案”不属于您所在的轴", "发生了什么 what happened"),
                        "detail", text("请交由值班长办理", "该怎么办 what to do"),
                        "status", new IntegerSchema().example(403),
                        "clause", text("A1", "条款或需求编号 article or requirement"),
                        "whoCould", words("可以办理的岗位 posts that could"),
                        "missing", words("缺少的栏目 fields that lack"))))
                .required(List.of("detail", "status", "title", "type"));
    }

    private static Schema<?> text(String example, String description) {
        return new StringSchema().example(example).description(description);
    }

    private static Schema<?> words(String description) {
        return new ArraySchema().items(new StringSchema()).description(description);
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
