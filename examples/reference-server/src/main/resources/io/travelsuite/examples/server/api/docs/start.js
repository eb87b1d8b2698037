SwaggerUIBundle({ url: "/api/openapi.yaml", dom_id: "#api", validatorUrl: null });
